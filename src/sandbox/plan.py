"""What the contract of an app includes: services that are open, limits, and how much of them is used."""

from dataclasses import dataclass, field

# The service opens most of these on request; here all are open but the recall of messages.
SERVICES = frozenset(
    {
        "broadcast",
        "file_lifetime",
        "group_online",
        "keywords",
        "member_metadata",
        "metadata",
        "presence",
        "push",
        "push_statistics",
        "reaction",
        "recall",
        "rewrite",
        "roaming",
        "search",
        "tag_mute",
        "text_moderation",
        "text_rule",
        "text_rule_active",
        "thread",
        "translation",
        "user_mute",
    }
)
CLOSED_AT_FIRST = frozenset({"recall"})

# What may go wrong inside the service, without anything being wrong with a request: another request works on
# the same thing (`busy`), or something within fails or is out of reach.
FAULTS = frozenset(
    {
        "attributes_busy",
        "attributes_failing",
        "attributes_unreadable",
        "member_attributes_busy",
        "presence_failing",
        "push_failing",
        "recall_failing",
        "registration_busy",
        "rewrite_busy",
        "rewrite_failing",
        "robots_failing",
        "search_failing",
        "search_unreachable",
        "translation_failing",
    }
)

# Each is a number of things or of bytes. Those without a default are off until they are set.
LIMITS = {
    "calls_per_second": None,
    "users": None,
    "contacts": None,
    "groups": None,
    "rooms": None,
    "joined_groups": None,
    "joined_rooms": None,
    "threads": 100_000,
    "joined_threads": 100_000,
    "attribute_bytes": 10 * 1024**3,
    "keyword_lists": None,
    "keywords": 1_000_000,
    "keywords_per_list": 10_000,
    "user_messages_per_minute": 6000,
    "group_messages_per_second": 20,
    "room_messages_per_second": 100,
    "pushes_per_second": None,
}

SECOND, MINUTE, DAY = 1000, 60 * 1000, 24 * 3600 * 1000


@dataclass(slots=True)
class _Window:
    start: int
    used: int = 0


@dataclass(slots=True)
class Plan:
    """The contract of one app. `words` are those which the moderation of texts refuses, `faults` what goes
    wrong at the moment.
    """

    closed: set[str] = field(default_factory=lambda: set(CLOSED_AT_FIRST))
    limits: dict[str, int | None] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    faults: set[str] = field(default_factory=set)
    _windows: dict[str, _Window] = field(default_factory=dict)

    def limit(self, name: str) -> int | None:
        """How much there may be of something, nothing if it is without bounds."""
        return self.limits.get(name, LIMITS[name])

    def exceeded(self, name: str, used: int) -> bool:
        """Whether so much is more than there may be."""
        limit = self.limit(name)
        return limit is not None and used > limit

    def admits(self, what: str, most: int | None, span: int, now: int, amount: int = 1) -> bool:
        """Count something that may happen so often in a span of milliseconds, which begins with the first."""
        if most is None:
            return True
        window = self._windows.get(what)
        if window is None or now - window.start >= span:
            window = self._windows[what] = _Window(now)
        if window.used + amount > most:
            return False
        window.used += amount
        return True

    def violated_by(self, text: str) -> bool:
        """Whether the moderation refuses a text."""
        return any(word in text for word in self.words)
