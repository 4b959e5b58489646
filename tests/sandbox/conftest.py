"""A sandbox whose clock stands still, and clients of its apps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from service import Service
from starlette.testclient import TestClient

from sandbox import create_app

NOW = 1_500_000_000.0
TODAY, CLASSIC = "easemob-demo", "usergrid-demo"


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(clock=lambda: NOW, seed=1))


@pytest.fixture
def today(client: TestClient) -> Service:
    """An app of today's generation."""
    return Service(client, TODAY)


@pytest.fixture
def classic(client: TestClient) -> Service:
    """An app of the generation of the seed."""
    return Service(client, CLASSIC)


@pytest.fixture(params=[TODAY, CLASSIC])
def service(client: TestClient, request: pytest.FixtureRequest) -> Service:
    """An app of each generation in turn."""
    return Service(client, request.param)


@pytest.fixture
def advance(client: TestClient) -> Callable[[float], None]:
    """Puts the sandbox's clock forward by seconds."""

    def advance(seconds: float) -> None:
        assert client.post("/_sandbox/clock", json={"advance": seconds}).status_code == 200

    return advance
