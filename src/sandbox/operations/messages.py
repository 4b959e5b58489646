"""Messages, as far as their refusals do not depend on delivery."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.messages import RecallUnopened, TargetTypeMissing
from sandbox.replies import Reply, data
from sandbox.routes import Route


def send(call: Call) -> Reply:
    """Take a message for users, groups or rooms; nobody is online to receive it."""
    call.permit()
    if not call.text("target_type"):
        raise Refusal(TargetTypeMissing())
    return data(dict.fromkeys(call.texts("target"), "success"))


def recall(call: Call) -> Reply:
    """Take a message back, which the plan of the apps here does not include."""
    call.permit()
    raise Refusal(RecallUnopened())


CLASSIC_ROUTES = (Route("POST", "/{org}/{app}/messages", send, collection=True),)
TODAYS_ROUTES = (Route("POST", "/{org}/{app}/messages/msg_recall", recall),)
