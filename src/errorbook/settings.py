"""Our settings: the table `extra.errorbook` of `mkdocs.yml`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from errorbook.model import LANGUAGES, Wording
from errorbook.problems import Problem, RefusedError


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths are absolute; `config` is the file they were read from."""

    config: Path
    data: Path
    site_url: str
    """Address of the site's root (Chinese), with a trailing slash."""
    title: Wording
    """Of the book, in each language."""
    sandbox: str
    """`module:function` that makes the ASGI app in which the examples run."""
    client_id: str
    client_secret: str
    recorded_at: int
    """The sandbox's clock while recording, seconds since 1970, so that two builds are byte-identical."""
    connect_src: tuple[str, ...]
    """Origins besides its own that the site may call when a reader presses Run."""

    @property
    def root(self) -> Path:
        return self.config.parent

    @property
    def cache(self) -> Path:
        return self.root / ".cache"


class _Loader(yaml.SafeLoader):
    """MkDocs' dialect: `!ENV` is read, tags that name Python objects are passed over."""


_KINDS: Mapping[str, type] = {
    "sandbox": str,
    "client_id": str,
    "client_secret": str,
    "recorded_at": int,
    "connect_src": list,
}
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?")

_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def read_settings(config: Path, data: Path | None = None) -> Settings:
    """Read `mkdocs.yml`; `data` takes the place of the tables it names.

    Raises RefusedError if a setting is missing, unknown or of the wrong type.
    """
    try:
        document = yaml.load(config.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise _refused(config, "no such file. Run in the project's folder, or name the file.") from None
    except UnicodeDecodeError:
        raise _refused(config, "not UTF-8. Save the file as UTF-8.") from None
    except yaml.YAMLError as exc:
        raise _refused(config, f"not YAML ({str(exc).splitlines()[0]}). Mend the file.") from None
    settings = parse_settings(config, document)
    return settings if data is None else replace(settings, data=data.absolute())


def parse_settings(config: Path, document: object) -> Settings:
    """Take the settings out of the parsed document."""
    own = _table(_table(document, "extra"), "errorbook")
    site_url = document.get("site_url") if isinstance(document, Mapping) else None
    values: dict[str, Any] = {**own, "config": config.resolve(), "site_url": site_url or ""}
    values["data"] = config.resolve().parent / os.environ.get("ERRORBOOK_DATA", str(own.get("data", "data")))
    problems = [
        *_check_names(config, values),
        *_check_types(config, values),
        *_check_title(config, _table(own, "title")),
        *_check_origins(config, own.get("connect_src")),
    ]
    if problems:
        raise RefusedError(problems)
    values["title"] = Wording(**own["title"])
    values["connect_src"] = tuple(own["connect_src"])
    return Settings(**values)


def _table(parent: object, key: str) -> Mapping[str, Any]:
    value = parent.get(key) if isinstance(parent, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def _check_names(config: Path, values: Mapping[str, object]) -> list[Problem]:
    known = {field.name for field in fields(Settings)}
    missing = [f"extra.errorbook.{name} is missing. Add it." for name in sorted(known - set(values))]
    extra = [f"extra.errorbook.{name} is not a setting. Remove it." for name in sorted(set(values) - known)]
    return [Problem(config.name, 1, 1, text) for text in missing + extra]


def _check_types(config: Path, values: Mapping[str, object]) -> list[Problem]:
    return [
        Problem(config.name, 1, 1, f"extra.errorbook.{name}: {values[name]!r} is no {kind.__name__}.")
        for name, kind in _KINDS.items()
        if name in values and not isinstance(values[name], kind)
    ]


def _check_title(config: Path, title: Mapping[str, object]) -> list[Problem]:
    if set(title) == set(LANGUAGES) and all(isinstance(text, str) for text in title.values()):
        return []
    return [Problem(config.name, 1, 1, "extra.errorbook.title: write it as {zh: ..., en: ...}.")]


def _check_origins(config: Path, origins: object) -> list[Problem]:
    listed = origins if isinstance(origins, list) else []
    wrong = [origin for origin in listed if not (isinstance(origin, str) and _ORIGIN.fullmatch(origin))]
    cure = "Write it as https://host or https://host:port."
    return [
        Problem(config.name, 1, 1, f"extra.errorbook.connect_src: {origin!r} is no origin. {cure}")
        for origin in wrong
    ]


def _refused(config: Path, text: str) -> RefusedError:
    return RefusedError([Problem(config.name, 1, 1, text)])
