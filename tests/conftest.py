"""What every test has: keys and logs of its own, never those of the person who runs it, and one width of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failing test: nothing here is judged by the clock.
settings.register_profile("nolle", deadline=None)
settings.load_profile("nolle")


@pytest.fixture(autouse=True, scope="session")
def _own_keys_and_logs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("kept")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NOLLE_DOCKET_KEY", str(folder / "docket.key"))
        patch.setenv("XDG_STATE_HOME", str(folder))
        patch.delenv("COLUMNS", raising=False)  # as wide as where there is no terminal, whoever runs the tests
        yield folder
