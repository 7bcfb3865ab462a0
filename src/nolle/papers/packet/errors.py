"""What stops a packet, as one sentence with its remedy."""

from __future__ import annotations


class PacketError(ValueError):
    """A packet that cannot be bound: the file, what was found in it, and how to mend it."""


class Refused(PacketError):
    """A paper or exhibit that cannot go into a packet. ``file`` is its name, ``why`` what is wrong, ``tab`` its tab."""

    def __init__(self, file: str, why: str, remedy: str, tab: str | None = None) -> None:
        self.file, self.why, self.remedy, self.tab = file, why, remedy, tab
        super().__init__(f"{f'Tab {tab}, ' if tab else ''}{file} {why}: {remedy}.")
