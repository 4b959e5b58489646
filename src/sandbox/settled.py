"""A property that is settled when first asked for.

The standard library's takes a lock for each, which a request of one task does not need.
"""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class settled(Generic[Owner, Value]):  # noqa: N801  # a decorator, like property
    """The value is kept in the object under the same name, which from then on hides this descriptor."""

    def __init__(self, settle: Callable[[Owner], Value]) -> None:
        self._settle = settle
        self._name = settle.__name__
        self.__doc__ = settle.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> "settled[Owner, Value]": ...

    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> Value: ...

    def __get__(self, instance: Owner | None, owner: type[Owner]) -> "settled[Owner, Value] | Value":
        """The value; only the first time gets here."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._settle(instance)
        return value
