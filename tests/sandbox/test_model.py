"""Users and groups against a small model: whatever happens in whatever order, both tell the same."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from service import Service
from starlette.testclient import TestClient

from sandbox import create_app

EXAMPLES = int(os.environ.get("SANDBOX_EXAMPLES", "20"))
NAMES = st.sampled_from(["ann", "bob", "cid", "dan"])
PASSWORDS = st.sampled_from(["secret", "other"])


@dataclass
class Person:
    """What the model knows of a user."""

    password: str
    banned: bool = False
    contacts: set[str] = field(default_factory=set)


@dataclass
class Circle:
    """What the model knows of a group."""

    owner: str
    members: list[str] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)

    def has(self, name: str) -> bool:
        return name in {self.owner, *self.members}


class SandboxMachine(RuleBasedStateMachine):
    """Does something to the sandbox and to the model, and compares what both say."""

    org = "easemob-demo"

    def __init__(self) -> None:
        super().__init__()
        self.service = Service(TestClient(create_app(clock=lambda: 0.0, seed=0)), self.org)
        self.people: dict[str, Person] = {}
        self.circles: dict[str, Circle] = {}

    def ask(self, method: str, path: str, body: object = None) -> int:
        return self.service.send(method, path, body).status_code

    def circle(self, data: st.DataObject) -> tuple[str, Circle]:
        group = data.draw(st.sampled_from(sorted(self.circles)))
        return group, self.circles[group]

    def forget(self, name: str) -> None:
        """A deleted user leaves contacts and groups; the groups of an owner go as well."""
        self.people.pop(name, None)
        for person in self.people.values():
            person.contacts.discard(name)
        self.circles = {group: circle for group, circle in self.circles.items() if circle.owner != name}
        for circle in self.circles.values():
            circle.members = [member for member in circle.members if member != name]
            circle.blocked.discard(name)

    @rule(name=NAMES, password=PASSWORDS)
    def register(self, name: str, password: str) -> None:
        status = self.ask("POST", "/users", {"username": name, "password": password})
        assert status == (400 if name in self.people else 200)
        self.people.setdefault(name, Person(password))

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        assert self.ask("DELETE", f"/users/{name}") == (200 if name in self.people else 404)
        self.forget(name)

    @rule(limit=st.integers(1, 2))
    def delete_the_first(self, limit: int) -> None:
        answer = self.service.send("DELETE", f"/users?limit={limit}")
        going = list(self.people)[:limit]
        assert [entity["username"] for entity in answer.json()["entities"]] == going
        for name in going:
            self.forget(name)

    @rule(name=NAMES, password=PASSWORDS)
    def change_password(self, name: str, password: str) -> None:
        status = self.ask("PUT", f"/users/{name}/password", {"newpassword": password})
        assert status == (200 if name in self.people else 404)
        if name in self.people:
            self.people[name].password = password

    @rule(name=NAMES, banned=st.booleans())
    def ban(self, name: str, banned: bool) -> None:  # noqa: FBT001  # hypothesis passes it
        status = self.ask("POST", f"/users/{name}/{'deactivate' if banned else 'activate'}")
        assert (status == 200) == (name in self.people)
        if name in self.people:
            self.people[name].banned = banned

    @rule(name=NAMES, password=PASSWORDS)
    def log_in(self, name: str, password: str) -> None:
        body = {"grant_type": "password", "username": name, "password": password}
        person = self.people.get(name)
        may = person is not None and person.password == password and not person.banned
        assert (self.ask("POST", "/token", body) == 200) == may

    @rule(name=NAMES, friend=NAMES, befriend=st.booleans())
    def change_contact(self, name: str, friend: str, befriend: bool) -> None:  # noqa: FBT001
        status = self.ask("POST" if befriend else "DELETE", f"/users/{name}/contacts/users/{friend}")
        known = {name, friend} <= self.people.keys()
        assert status == (200 if known else 404)
        if known:
            for one, other in ((name, friend), (friend, name)):
                change = self.people[one].contacts.add if befriend else self.people[one].contacts.discard
                change(other)

    @rule(owner=NAMES, members=st.lists(NAMES, max_size=3))
    def create_group(self, owner: str, members: list[str]) -> None:
        body = {"groupname": "g", "public": True, "owner": owner, "members": members}
        answer = self.service.send("POST", "/chatgroups", body)
        known = {owner, *members} <= self.people.keys()
        assert answer.status_code == (200 if known else 404)
        if known:
            others = [member for member in dict.fromkeys(members) if member != owner]
            self.circles[answer.json()["data"]["groupid"]] = Circle(owner, others)

    @precondition(lambda self: self.circles)
    @rule(name=NAMES, data=st.data())
    def join(self, name: str, data: st.DataObject) -> None:
        group, circle = self.circle(data)
        status = self.ask("POST", f"/chatgroups/{group}/users/{name}")
        may = name in self.people and not circle.has(name)
        assert (status == 200) == may
        if may:
            circle.members.append(name)

    @precondition(lambda self: self.circles)
    @rule(name=NAMES, blocked=st.booleans(), data=st.data())
    def remove(self, name: str, blocked: bool, data: st.DataObject) -> None:  # noqa: FBT001
        group, circle = self.circle(data)
        method, where = ("POST", "blocks/users") if blocked else ("DELETE", "users")
        status = self.ask(method, f"/chatgroups/{group}/{where}/{name}")
        assert status == (200 if name in circle.members else 403)
        if name in circle.members:
            circle.members.remove(name)
            circle.blocked |= {name} if blocked else set()

    @precondition(lambda self: self.circles)
    @rule(name=NAMES, data=st.data())
    def hand_over(self, name: str, data: st.DataObject) -> None:
        group, circle = self.circle(data)
        status = self.ask("PUT", f"/chatgroups/{group}", {"newowner": name})
        assert status == (200 if name in circle.members else 403)
        if name in circle.members:
            circle.members = [circle.owner, *(member for member in circle.members if member != name)]
            circle.owner = name

    @precondition(lambda self: self.circles)
    @rule(data=st.data())
    def delete_group(self, data: st.DataObject) -> None:
        group, _ = self.circle(data)
        assert self.ask("DELETE", f"/chatgroups/{group}") == 200
        assert self.ask("DELETE", f"/chatgroups/{group}") == 404
        del self.circles[group]

    @invariant()
    def users_agree(self) -> None:
        listed = self.service.send("GET", "/users?limit=100").json()["entities"]
        found = {entity["username"]: not entity["activated"] for entity in listed}
        assert found == {name: person.banned for name, person in self.people.items()}
        assert [entity["username"] for entity in listed] == list(self.people)

    @invariant()
    def contacts_agree(self) -> None:
        for name, person in self.people.items():
            assert (
                set(self.service.send("GET", f"/users/{name}/contacts/users").json()["data"])
                == person.contacts
            )

    @invariant()
    def groups_agree(self) -> None:
        listed = self.service.send("GET", "/chatgroups").json()["data"]
        assert {item["groupid"] for item in listed} == set(self.circles)
        for group, circle in self.circles.items():
            members = self.service.send("GET", f"/chatgroups/{group}/users").json()["data"]
            assert members == [{"owner": circle.owner}, *({"member": name} for name in circle.members)]
            blocked = self.service.send("GET", f"/chatgroups/{group}/blocks/users").json()["data"]
            assert sorted(blocked) == sorted(circle.blocked)
        for name in self.people:
            joined = self.service.send("GET", f"/users/{name}/joined_chatgroups").json()["data"]
            own = {group for group, circle in self.circles.items() if circle.has(name)}
            assert {item["groupid"] for item in joined} == own


class ClassicMachine(SandboxMachine):
    """The same of the generation of before."""

    org = "usergrid-demo"


@pytest.mark.parametrize("machine", [SandboxMachine, ClassicMachine])
def test_users_and_groups_follow_the_model(machine: type[SandboxMachine]) -> None:
    case = machine.TestCase
    case.settings = settings(max_examples=EXAMPLES, stateful_step_count=25, deadline=None)
    case("runTest").runTest()
