"""A stateful stand-in for the REST API, which answers as both generations of the service do."""

from sandbox.app import create_app

__all__ = ["create_app"]
