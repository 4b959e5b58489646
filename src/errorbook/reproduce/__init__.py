"""Run the examples of the catalogue somewhere and say which answers agree with it."""

from errorbook.reproduce.report import Report, Row, render_report, render_report_json
from errorbook.reproduce.run import UnknownError, reproduce, select

__all__ = [
    "Report",
    "Row",
    "UnknownError",
    "render_report",
    "render_report_json",
    "reproduce",
    "select",
]
