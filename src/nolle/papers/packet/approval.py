"""Approving a packet: who took it on, under which number, when, and the hash of the bytes, which then stay."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from nolle.facts.files import written_beside

from .errors import PacketError


def refuse_approved(out: Path) -> None:
    """Approved bytes are never changed.

    Raises:
        PacketError: this file, or a part of it, was approved.
    """
    from nolle.papers.approve import approval_of

    for record in (record_of(out), record_of(out.with_name(f"{out.stem}_Part1{out.suffix}"))):
        try:
            found = record.is_file()
        except OSError as error:
            said = f"{out.name[:60]} cannot be written ({error.strerror}): name another file or folder with --out."
            raise PacketError(said) from None
        if found:
            try:
                row: Mapping[str, str] = approval_of(record)
            except ValueError as error:
                raise PacketError(str(error)) from None
            raise PacketError(
                f"{row['file']} was approved by {row['who']} at {row['at']}, and approved bytes stay as they are: "
                "write to another name."
            )


def approve(files: Sequence[Path], hashes: Sequence[str], *, who: str, number: str, at: str) -> None:
    """Write the record of an approval beside each file: ``NAME.approval.json``, as approved papers have it."""
    for file, digest in zip(files, hashes, strict=True):
        row = {"kind": "packet", "file": file.name, "sha256": digest, "who": who, "number": number, "at": at}
        with written_beside(record_of(file)) as beside:
            beside.write_text(json.dumps(row, indent=1, ensure_ascii=False), encoding="utf-8")


def record_of(file: Path) -> Path:
    """Where the approval of a file stands."""
    return file.with_name(f"{file.stem}.approval.json")
