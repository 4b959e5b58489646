"""Usergrid's entities, as answers show them."""

from sandbox.replies import Json
from sandbox.state import Application, Organization, User


def render_user(user: User) -> dict[str, Json]:
    """A user, without the password."""
    return {
        "uuid": str(user.uuid),
        "type": "user",
        "created": user.created,
        "modified": user.modified,
        "username": user.username,
        "activated": user.activated,
        **user.properties,
    }


def render_application(organization: Organization, application: Application) -> dict[str, Json]:
    """An app, as the console sees it."""
    return {
        "uuid": str(application.uuid),
        "type": "application",
        "name": application.name,
        "created": application.created,
        "applicationName": application.name,
        "organizationName": organization.name,
        "productName": application.product_name,
        "allow_open_registration": application.open_registration,
    }
