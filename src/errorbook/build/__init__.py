"""From the tables to the site: check, run the examples, build both languages, check again, swap in."""

from errorbook.build.engine import EngineError
from errorbook.build.inputs import watched
from errorbook.build.publish import BusyError
from errorbook.build.recordings import read_login, record, sandbox_factory, sandbox_target
from errorbook.build.site import build_date, build_site, load_books
from errorbook.pdf import TypesettingError

__all__ = [
    "BusyError",
    "EngineError",
    "TypesettingError",
    "build_date",
    "build_site",
    "load_books",
    "read_login",
    "record",
    "sandbox_factory",
    "sandbox_target",
    "watched",
]
