"""The console: its tokens, the apps of an organization, and their settings."""

import base64

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.console import ApplicationTaken, ConsoleApplicationNotFound
from sandbox.failures.tokens import LoginRefused
from sandbox.failures.users import PropertyMissing
from sandbox.operations.entities import render_application
from sandbox.operations.guards import demand_console
from sandbox.operations.tokens import issue
from sandbox.replies import Json, Reply, data, entities
from sandbox.routes import Route
from sandbox.state import Application, ConsolePrincipal, Credentials, Organization

_USERNAME = "admin"
_PASSWORD = "sandbox-admin"  # noqa: S105  # published: it opens nothing
_APPLICATIONS = "/management/organizations/{org}/applications"
_APPLICATION = "/{org}/{app}"


def log_in(call: Call) -> Reply:
    """A token for the console's user."""
    credentials = (call.text("grant_type"), call.text("username"), call.text("password"))
    if credentials != ("password", _USERNAME, _PASSWORD):
        raise Refusal(LoginRefused())
    organizations: Json = {name: {"name": name} for name in call.world.organizations}
    user: Json = {"username": _USERNAME, "activated": True, "organizations": organizations}
    return issue(call, ConsolePrincipal(_USERNAME), {"user": user})


def list_applications(call: Call) -> Reply:
    """The apps of an organization, by name."""
    organization = _organization(call)
    return data(
        {f"{organization.name}/{app.name}": str(app.uuid) for app in organization.applications.values()}
    )


def list_for_console(call: Call) -> Reply:
    """The apps of an organization, as the console shows them."""
    organization = _organization(call)
    return entities([render_application(organization, app) for app in organization.applications.values()])


def create_application(call: Call) -> Reply:
    """Add an app with credentials of its own."""
    organization = _organization(call)
    name = call.text("name").lower()
    if not name:
        raise Refusal(PropertyMissing("application", "name"))
    if name in organization.applications:
        raise Refusal(ApplicationTaken(name))
    uuid = call.world.chance.uuid()
    application = Application(
        uuid=uuid,
        name=name,
        product_name=call.text("productName") or name,
        credentials=_draw_credentials(call),
        created=call.world.clock.milliseconds(),
        open_registration=call.fields.get("allow_open_registration") is not False,
    )
    organization.applications[name] = application
    return entities([render_application(organization, application)])


def read_application(call: Call) -> Reply:
    """One app."""
    organization = _organization(call)
    application = organization.applications.get(call.taken("app").lower())
    if application is None:
        raise Refusal(ConsoleApplicationNotFound(organization.name, call.taken("app")))
    return entities([render_application(organization, application)])


def change_settings(call: Call) -> Reply:
    """Open or close the registration of an app."""
    opened = call.fields.get("allow_open_registration")
    if isinstance(opened, bool):
        call.application.open_registration = opened
    return entities([render_application(call.organization, call.application)])


def read_settings(call: Call) -> Reply:
    """An app, by its own address."""
    return entities([render_application(call.organization, call.application)])


def read_credentials(call: Call) -> Reply:
    """What the app shows to get a token."""
    credentials = call.application.credentials
    return Reply(
        {"credentials": {"client_id": credentials.client_id, "client_secret": credentials.client_secret}}
    )


def _organization(call: Call) -> Organization:
    return call.world.organizations[call.taken("org").lower()]


def _draw_credentials(call: Call) -> Credentials:
    """In upstream's form: "ap:" and an identifier, "b3:" and a secret, each in base64."""
    identifier, secret = (call.world.chance.uuid().bytes for _ in range(2))
    return Credentials(_encode(b"ap:" + identifier), _encode(b"b3:" + secret))


def _encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


ROUTES = (
    Route("POST", "/management/token", log_in, public=True),
    Route("GET", _APPLICATIONS, list_applications, guard=demand_console),
    Route("POST", _APPLICATIONS, create_application, guard=demand_console),
    Route("GET", f"{_APPLICATIONS}/list/console", list_for_console, guard=demand_console),
    Route("GET", f"{_APPLICATIONS}/{{app}}", read_application, guard=demand_console),
    Route("GET", _APPLICATION, read_settings, guard=demand_console),
    Route("PUT", _APPLICATION, change_settings, guard=demand_console),
    Route("GET", f"{_APPLICATION}/credentials", read_credentials, guard=demand_console),
)
