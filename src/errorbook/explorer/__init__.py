"""The explorer of the home page: its list, its index, and the matcher that `errorbook explain` shares."""

from errorbook.explorer.index import Index, build_index, render_index_script
from errorbook.explorer.match import Matcher, Outcome, Result, match_paste
from errorbook.explorer.prose import render_prose_scripts
from errorbook.explorer.render import render_explorer
from errorbook.explorer.scripts import SCRIPTS, render_scripts

__all__ = [
    "SCRIPTS",
    "Index",
    "Matcher",
    "Outcome",
    "Result",
    "build_index",
    "match_paste",
    "render_explorer",
    "render_index_script",
    "render_prose_scripts",
    "render_scripts",
]
