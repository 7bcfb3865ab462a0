"""Batches fetched ahead are the same batches, and so are their errors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nolle.counsel.docket.beforehand import beforehand


def test_the_batches_come_whole_and_in_order() -> None:
    assert list(beforehand(range(5))) == [0, 1, 2, 3, 4]
    assert list(beforehand([])) == []


def test_an_error_comes_where_its_batch_would_have() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("a row that cannot be read")

    batches = beforehand(failing())
    assert next(batches) == 1
    with pytest.raises(ValueError, match="cannot be read"):
        next(batches)


def test_no_more_than_one_batch_is_held_ahead() -> None:
    fetched = []

    def counted() -> Iterator[int]:
        for number in range(10):
            fetched.append(number)
            yield number

    for number in beforehand(counted()):
        assert len(fetched) <= number + 2
