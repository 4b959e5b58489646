"""Whole messages in a paste. Twin: `docs/assets/explorer/whole.js`."""

from __future__ import annotations

from collections.abc import Iterator

from errorbook.explorer.claims import Reading, Register
from errorbook.explorer.fit import Fit, fit
from errorbook.explorer.hits import Hit, read_captures
from errorbook.explorer.library import Library
from errorbook.explorer.paste import Paste
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span, squash
from errorbook.explorer.trust import trust_fit
from errorbook.explorer.windows import depth_at, has_more, is_set_off, windows


class WholeFinder:
    """All templates, against all places of a paste where a message may stand."""

    def __init__(self, register: Register, library: Library) -> None:
        self._register = register
        self._library = library

    def find(self, reading: Reading) -> Iterator[Hit]:
        folded = reading.paste.folded
        for block in reading.paste.blocks:
            patterns = self._library.candidates(folded, block)
            if not patterns:
                continue
            text = squash(folded, *block)
            for window in windows(folded, block):
                start, end = text.at(window[0]), text.at(window[1])
                for pattern in patterns:
                    found = fit(pattern, text, start, end)
                    if found:
                        yield from self._hit(reading, pattern, found, window, whole=window == block)

    def _hit(
        self, reading: Reading, pattern: Pattern, found: Fit, span: Span, *, whole: bool
    ) -> Iterator[Hit]:
        """A whole fit is only close if case or type differ, or if its text may have broken off."""
        paste, traits = reading.paste, self._register.traits[pattern.entry]
        own = self._register.narrow(reading, span).claims
        alone = whole or (found.cased and is_set_off(paste.folded, span))
        supported = self._register.supports(pattern, own.types)
        if not trust_fit(pattern, paste, found, alone=alone, supported=supported):
            return
        if self._register.repeats_type(pattern) and not self._is_said_again(paste, pattern, span):
            return
        depth = depth_at(paste.folded, span[0])
        broken = depth > 0 and not has_more(paste.folded, span[1])
        contradicted = own.contradict(traits)
        yield Hit(
            entry=pattern.entry,
            exact=found.cased and not broken and not contradicted,
            ratio=1000,
            size=pattern.size,
            because=("message", *own.agree(traits)),
            contradicted=contradicted,
            captures=read_captures(paste, pattern, found.spans, depth),
            held=0 if whole and depth else sum(end - start for start, end in found.spans),
        )

    def _is_said_again(self, paste: Paste, pattern: Pattern, span: Span) -> bool:
        """What repeats a type is a message if it is all, if its field says so, or if another has the type."""
        return (
            paste.is_all(span)
            or span[0] in paste.descriptions
            or self._register.supports(pattern, self._register.own_types(paste, span))
        )
