"""How a generation of the service words its refusals."""

from sandbox.dialects.wording import Dialect, Wording

__all__ = ["Dialect", "Wording"]
