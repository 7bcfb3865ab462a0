"""Reading files that may be hostile in a process of its own, with limits of time and memory.

The child takes one task at a time as a line of JSON and answers with one; whatever a file does to it, the parent
says which file it was and goes on.

    with Apart() as apart:
        apart.run("check", file="motion.pdf", on="2026-11-21")
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self, TextIO

SECONDS = 120.0
"""For one task. A packet of 500 pages is checked in a quarter of it."""

MEMORY = 4_000_000_000
"""Bytes of address space, most of which is never touched: libraries and fonts are mapped into it."""

_GONE = object()

OURS = frozenset(("PacketError", "Refused", "Unreadable", "CaseFileError", "PaperError", "UnknownKind"))
"""Errors that say in their own sentence what is wrong and how to mend it, by name."""


class TaskError(ValueError):
    """What the child says is wrong with a file, or that it could not be read within its limits."""

    def __init__(self, sentence: str, kind: str = "TaskError") -> None:
        super().__init__(sentence)
        self.kind = kind


class Apart:
    """A child process for tasks, started when first needed and again after it was lost."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds, self.memory = seconds, memory
        self._child: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[Any] = queue.Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.poll() is None:
            child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                # Closing flushes what a child that is gone never read.
                with contextlib.suppress(OSError):
                    stream.close()

    def run(self, task: str, *, said: Callable[[str], None] = lambda _: None, **given: Any) -> Any:
        """What a task answers.

        Args:
            task: a name of ``TASKS``.
            said: told what the child says it is doing, such as the file it reads.
            given: what the task takes; anything JSON can hold.

        Raises:
            TaskError: the file is refused, or took too much time or memory, or brought the child down.
        """
        child = self._started()
        doing = str(given.get("file", task))
        assert child.stdin is not None
        try:
            child.stdin.write(json.dumps({"task": task, "given": given}) + "\n")
            child.stdin.flush()
        except OSError:
            self.close()
            raise TaskError(f"{doing} could not be read: the reader did not start.") from None
        end = time.monotonic() + self.seconds
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                self.close()
                raise TaskError(
                    f"{doing} could not be read within {self.seconds:.0f} seconds: print it to a new PDF."
                ) from None
            if line is _GONE:
                self.close()
                raise TaskError(f"{doing} brought its reader down, or needs too much memory: print it to a new PDF.")
            answer: Mapping[str, Any] = json.loads(line)
            if "doing" in answer:
                doing = answer["doing"]
                said(doing)
            elif "error" in answer:
                raise TaskError(answer["error"], answer["kind"])
            else:
                return answer["answer"]

    def _started(self) -> subprocess.Popen[str]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        self._lines = queue.Queue()
        child = subprocess.Popen(
            [sys.executable, "-m", "nolle.papers.apart", str(self.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert child.stdout is not None
        threading.Thread(target=_pass_on, args=(child.stdout, self._lines), daemon=True).start()
        self._child = child
        return child


def _pass_on(stream: TextIO, lines: queue.Queue[Any]) -> None:
    with contextlib.suppress(ValueError, OSError):
        for line in stream:
            lines.put(line)
    lines.put(_GONE)


def _check(say: Callable[[str], None], **given: Any) -> Any:
    from nolle.papers.check.inside import check_file

    return check_file(**given)


def _packet(say: Callable[[str], None], **given: Any) -> Any:
    from nolle.papers.packet.inside import bind_file

    return bind_file(say=say, **given)


TASKS: Mapping[str, Callable[..., Any]] = {"check": _check, "packet": _packet}
"""What the child can do; each takes ``say`` and what was given."""


def _serve(memory: int) -> None:
    """Answer tasks until standard input ends. Nothing but answers goes to standard output."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(memory)

    def answer(**told: Any) -> None:
        answers.write(json.dumps(told) + "\n")
        answers.flush()

    for line in sys.stdin:
        asked = json.loads(line)
        doing = [str(asked["given"].get("file", "the file"))]

        def say(now: str, doing: list[str] = doing) -> None:
            doing.append(now)
            answer(doing=now)

        try:
            answer(answer=TASKS[asked["task"]](say, **asked["given"]))
        except MemoryError:
            answer(error=f"{doing[-1]} needs too much memory: print it to a new PDF.", kind="MemoryError")
            return
        except Exception as error:
            kind = type(error).__name__
            if kind in OURS:
                answer(error=str(error), kind=kind)
            else:
                # A library gave up on the file in a way of its own: the person needs the file and the remedy.
                why = " ".join(str(error).split())[:100] or kind
                answer(error=f"{doing[-1]} could not be read ({why}): print it to a new PDF.", kind=kind)


def _limit(memory: int) -> None:
    """Cap the address space, where the system knows how."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
