"""When is text that fits a template believed to be its message? Twin: `docs/assets/explorer/trust.js`.

Much that people paste is of other products, which say `Not found` and `token expired`, too.
"""

from __future__ import annotations

from errorbook.explorer.fit import Fit
from errorbook.explorer.near import Near
from errorbook.explorer.part import Part
from errorbook.explorer.paste import Paste
from errorbook.explorer.pattern import Pattern
from errorbook.explorer.text import Span
from errorbook.explorer.windows import has_more

FEW = 8
"""Words up to which plain text counts as typed, and what a message weighs at least that proves something."""
_INSIDE = 16
"""What a message weighs at least that is believed among other text."""
_LEAST = 10
"""What must agree at least of a message that is not whole."""
_MUCH = 18
"""Of this much no ends need to be torn."""
_TYPED = 14
"""Words of less than this from within a message are words to search for."""
_LONG = 36
"""Words of this much tell an error even if some are missing."""


def trust_fit(pattern: Pattern, paste: Paste, found: Fit, *, alone: bool, supported: bool) -> bool:
    """Little text, or a part of what stands there, is believed only with something that belongs to it."""
    if supported:
        return True
    if not found.cased and paste.word:
        return False
    return pattern.size >= (FEW if alone else _INSIDE)


def trust_part(pattern: Pattern, paste: Paste, found: Part, span: Span, *, supported: bool) -> bool:
    """Much of the message, if its ends were lost where text gets lost: at the paste's, or within a word."""
    if found.matched < FEW or 10 * found.matched < 3 * pattern.size:
        return False
    if supported:
        return True
    if found.torn:
        return 10 * found.matched >= 4 * pattern.size
    if found.matched < _LEAST or 2 * found.matched < pattern.size:
        return False
    if found.matched >= _MUCH or span[0] in paste.descriptions:
        return True
    head = found.head and span[0] > paste.first
    tail = found.tail and has_more(paste.folded, span[1])
    typed = paste.plain and found.head and found.matched < _TYPED
    return not (head or tail or typed)


def trust_near(pattern: Pattern, found: Near, *, plain: bool, supported: bool) -> bool:
    """Three quarters of the words with few foreign ones; more if it was typed or stands inside other text.

    Of a text that breaks off, three quarters of what is there, and two fifths of all.
    """
    most = 10 * found.matched >= 9 * pattern.weight
    if plain:
        return most and pattern.strong and not found.around
    if 5 * found.extra > found.matched or found.matched < _LEAST:
        return False
    if found.around and 5 * found.around > found.matched:
        return pattern.strong and (
            most if pattern.weight >= _LONG else found.matched == pattern.weight > 8 * found.extra
        )
    if found.cut and 10 * found.matched < 4 * pattern.weight:
        return False
    if not supported and pattern.weight < _LONG:
        return 20 * found.matched >= 19 * pattern.weight
    return 4 * found.matched >= 3 * (found.cut or pattern.weight)
