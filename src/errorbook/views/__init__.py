"""Catalogue and recordings to records ready to print."""

from errorbook.views.build import Recordings, build_book
from errorbook.views.records import Book

__all__ = ["Book", "Recordings", "build_book"]
