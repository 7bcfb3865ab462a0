"""The packet that the benchmark binds is the work it says it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench import bench_packet

from nolle.papers.packet import bind, read_packet


def test_the_packet_of_the_bench_has_its_pages_and_is_whole(tmp_path: Path) -> None:
    toml = bench_packet.make(61, tmp_path)
    bound = bind(read_packet(toml), tmp_path / "out.pdf", date.fromisoformat(bench_packet.ON))
    assert bound.pages == 61
    assert bound.lacks == ()
    assert [tab for tab, _, _ in bound.tabs] == ["A", "B", "C"]


def test_the_same_exhibits_are_made_each_time(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        bench_packet.make(30, tmp_path / name)
        made.append([file.read_bytes() for file in sorted((tmp_path / name).glob("exhibit-0.pdf"))])
    assert made[0] == made[1]
    assert made[0]
