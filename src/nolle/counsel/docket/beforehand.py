"""A batch read while the one before it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def beforehand(batches: Iterable[T]) -> Iterator[T]:
    """The same batches, each fetched in another thread before it is asked for."""
    batch = iter(batches)
    end = object()
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(next, batch, end)
        while (found := coming.result()) is not end:
            coming = reader.submit(next, batch, end)
            yield found  # type: ignore[misc]
