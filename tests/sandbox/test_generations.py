"""The two generations: what each says of the same mistake, and who speaks which."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import string

import pytest
from service import Service
from starlette.testclient import TestClient

import sandbox.failures
from sandbox.dialects.rest1 import REST1
from sandbox.dialects.rest2 import REST2
from sandbox.failures import Failure, contacts, files, requests, tokens, users
from sandbox.failures.access import TokenIllegal, TokenMissing, TokenOfAnotherApplication
from sandbox.failures.messages import RecallUnopened
from sandbox.generations import GENERATIONS, Generation

# Services that came with today's generation, as the modules of their failures, and what else came with it.
LATER_SERVICES = {
    "attributes",
    "delivery",
    "favorites",
    "keywords",
    "presence",
    "push",
    "reactions",
    "rewriting",
    "robots",
    "search",
    "streams",
    "text_moderation",
    "threads",
    "translation",
}
LATER = {
    TokenIllegal,
    TokenMissing,
    TokenOfAnotherApplication,
    RecallUnopened,
    contacts.NotFriends,
    contacts.ImportedContactsFull,
    contacts.ImportTooLarge,
    contacts.ContactPageTooLarge,
    contacts.RelationUserBlank,
    contacts.RelationCheckSize,
    files.GroupFileMissing,
    files.FileGroupNotFound,
    files.LifetimeUnopened,
    files.LifetimeIllegal,
    files.LifetimeFilesTooMany,
    requests.MethodNotAllowed,
    requests.BroadcastRateReached,
    users.BatchTooLarge,
    users.PasswordsDiffer,
    users.MuteUnopened,
    users.MutedUserNotFound,
    tokens.RegistrationBusy,
}


def kinds() -> set[type[Failure]]:
    names = [module.name for module in pkgutil.iter_modules(sandbox.failures.__path__)]
    modules = [importlib.import_module(f"sandbox.failures.{name}") for name in names]
    values = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return {value for value in values if issubclass(value, Failure) and value is not Failure}


def test_todays_generation_has_a_wording_for_every_failure() -> None:
    assert set(REST2.wordings) == kinds()


def test_the_classic_generation_has_one_for_all_but_what_came_later() -> None:
    later = {kind for kind in kinds() if kind.__module__.rpartition(".")[2] in LATER_SERVICES}
    assert kinds() - set(REST1.wordings) == later | LATER
    assert set(REST1.wordings) <= kinds()


@pytest.mark.parametrize("generation", GENERATIONS.values(), ids=list(GENERATIONS))
def test_every_wording_fills_all_it_leaves_open(generation: Generation) -> None:
    for kind, wording in generation.dialect.wordings.items():
        open_names = {name for _, name, _, _ in string.Formatter().parse(wording.text) if name is not None}
        assert open_names <= {field.name for field in dataclasses.fields(kind)}, kind


@pytest.mark.parametrize("generation", GENERATIONS.values(), ids=list(GENERATIONS))
def test_no_address_has_a_method_twice(generation: Generation) -> None:
    found = [(route.method, route.path) for route in generation.routes.all]
    assert len(found) == len(set(found))


def both(
    classic: Service, today: Service, method: str, path: str, body: object = None
) -> list[tuple[int, str]]:
    """Status and class of the answers of both generations."""
    answers = [service.send(method, path, body) for service in (classic, today)]
    return [(answer.status_code, answer.json()["exception"]) for answer in answers]


def test_a_missing_app_was_400_and_is_404(classic: Service, today: Service) -> None:
    classic.app = today.app = "no-such-app"
    package = "org.apache.usergrid.rest.exceptions."
    assert both(classic, today, "GET", "/users") == [
        (400, f"{package}OrganizationApplicationNotFoundException"),
        (404, "OrganizationApplicationNotFoundException"),
    ]


def test_an_unknown_operation_is_500_in_both(classic: Service, today: Service) -> None:
    assert both(classic, today, "GET", "/what") == [
        (500, "javax.ws.rs.WebApplicationException"),
        (500, "WebApplicationException"),
    ]


def test_a_method_that_a_collection_lacks_is_unsupported_in_both(classic: Service, today: Service) -> None:
    package = "org.apache.usergrid.services.exceptions."
    assert both(classic, today, "PUT", "/users", {}) == [
        (500, f"{package}UnsupportedServiceOperationException"),
        (500, "UnsupportedServiceOperationException"),
    ]


def test_a_method_that_a_resource_lacks_was_an_error_of_the_web_application(
    classic: Service, today: Service
) -> None:
    assert both(classic, today, "DELETE", "/token") == [
        (500, "javax.ws.rs.WebApplicationException"),
        (500, "UnsupportedServiceOperationException"),
    ]


def test_banning_nobody_was_400_and_is_404(classic: Service, today: Service) -> None:
    package = "org.apache.usergrid.management.exceptions."
    assert both(classic, today, "POST", "/users/nobody/deactivate") == [
        (400, f"{package}ManagementException"),
        (404, "UserNotFoundException"),
    ]


def test_details_of_no_group_were_unreadable_and_are_missing(classic: Service, today: Service) -> None:
    package = "com.easemob.group.exception."
    assert both(classic, today, "GET", "/chatgroups/1") == [
        (404, f"{package}ServiceResourceNotFoundException"),
        (404, f"{package}ResourceNotFoundException"),
    ]


def test_a_taken_name_had_no_blank_before_entity(classic: Service, today: Service) -> None:
    texts = []
    for service in (classic, today):
        service.register("ann")
        answer = service.send("POST", "/users", {"username": "ann", "password": "p"})
        application = service.send("GET", "/users/ann").json()["application"]
        texts.append(answer.json()["error_description"].replace(application, "{uuid}").partition("user")[0])
    assert texts == ["Application {uuid}Entity ", "Application {uuid} Entity "]


def test_two_blanks_became_one(classic: Service, today: Service) -> None:
    texts = [
        service.send("GET", "/users", params={"ql": "username contains 'x'"}).json()["error_description"]
        for service in (classic, today)
    ]
    assert ["indexed.  You" in text for text in texts] == [True, False]
    assert ["indexed. You" in text for text in texts] == [False, True]


def test_the_place_of_a_missing_app_is_told_in_lower_case_and_its_address_as_sent(classic: Service) -> None:
    answer = classic.client.get("/Usergrid-Demo/No-Such-App/Users?limit=1")
    text = (
        "Could not find application for usergrid-demo/no-such-app from URI: Usergrid-Demo/No-Such-App/Users"
    )
    assert answer.json()["error_description"] == text


def test_an_unknown_organization_is_answered_as_today(client: TestClient) -> None:
    user = {"username": "ann", "password": "p"}
    answer = client.post("/no-such-org/open/users", json=user)
    assert answer.status_code == 404
    assert answer.json()["exception"] == "OrganizationApplicationNotFoundException"


def test_an_organization_is_made_in_either_generation(client: TestClient) -> None:
    for name, generation in (("one", "REST1"), ("two", "REST2")):
        made = client.post("/_sandbox/organizations", json={"name": name, "generation": generation})
        assert made.status_code == 200
    user = {"username": "ann", "password": "p"}
    assert client.post("/one/open/users", json=user).status_code == 200
    texts = [
        client.post(f"/{org}/closed/users", json=user).json()["error_description"] for org in ("one", "two")
    ]
    assert [text.partition(" ")[0] for text in texts] == ["registration", "Open"]


@pytest.mark.parametrize(
    "body",
    [
        {"name": "one"},
        {"name": "one", "generation": "REST3"},
        {"name": "One!", "generation": "REST1"},
        {"name": "management", "generation": "REST1"},
        {"name": "_sandbox", "generation": "REST1"},
        {"generation": "REST1"},
        [],
    ],
)
def test_an_organization_that_makes_no_sense_is_refused(client: TestClient, body: object) -> None:
    assert client.post("/_sandbox/organizations", json=body).status_code == 400


@pytest.mark.parametrize("advance", ["1", None, -1, 1e400, True, {}])
def test_time_that_makes_no_sense_does_not_pass(client: TestClient, advance: object) -> None:
    answer = client.post("/_sandbox/clock", content=repr({"advance": advance}).replace("'", '"'))
    assert answer.status_code == 400
