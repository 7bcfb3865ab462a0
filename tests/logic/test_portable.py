"""What the columns are built of comes to the same on every engine: what does not may not be written there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import nolle.logic.columns
from nolle.logic.columns.expression import Node, col

FOLDER = Path(nolle.logic.columns.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "decisions" / "0007-portable-columns.md"

BANNED = {
    "any": "grouped, passes over nulls on every engine: flags are summed as whole numbers",
    "all": "grouped, passes over nulls on every engine: flags are summed as whole numbers",
    "mean": "a fraction whose last digit depends on the order of the rows",
    "first": "of a group, is any row at all on DuckDB and Spark: the row is found by its date",
    "last": "of a group, is any row at all on DuckDB and Spark: the row is found by its date",
    "offset_by": "takes a constant only, and gives a timestamp on DuckDB and Spark: months are counted in `dates.py`",
    "total_days": "differs on DuckDB and Spark: days are subtracted as numbers",
    "timestamp": "goes through the time zone of the session on Spark",
    "truncate": "gives a timestamp on DuckDB and Spark",
    "join_asof": "Spark has none: a table of the law is compared step by step",
    "split": "takes a regular expression on Spark: lists of codes come as lists",
    "contains": "of a text, takes a regular expression: a code is compared whole",
    "replace_all": "of a text, takes a regular expression on some engines",
    "is_in": "nulls among the values differ: `Node.is_one_of` takes codes only",
    "clip": "SQL's least and greatest pass over nulls: bounds are chosen with `cases`",
    "min_horizontal": "passes over nulls: `least` does not",
    "max_horizontal": "passes over nulls: `greatest` does not",
    "sum_horizontal": "passes over nulls: `plus` does not",
    "round": "halves go up, or to the even number: only `floor` is used",
    "sort": "nulls come first or last: nothing rests on the order of rows",
    "over": "windows rest on the order of rows",
    "shift": "rests on the order of rows",
    "cum_sum": "rests on the order of rows",
    "rank": "ties and nulls differ",
    "unique": "keeps any row: only whole rows are made distinct",
}
"""Method: why it is not used on a column."""

NO_OPERATOR = {
    "/": "nothing by nought is null, infinite or an error",
    "//": "rounds down, or towards nought; by nought differs: `Node.goes_into` takes a constant that is not nought",
    "%": "of a negative has the sign of either side",
    "**": "is a fraction, or not",
}
"""Operator: why expressions do not have it."""

ONLY_IN = {
    "polars": {"engines.py", "expression.py", "frames.py"},
    "duckdb": {"engines.py"},
    "pyspark": {"engines.py", "frames.py"},
}
"""Engine: the files that may import it."""

ALLOWED = {
    ("expression.py", "contains"),  # of a list, behind Node.has
    ("expression.py", "is_in"),  # behind Node.is_one_of, of codes only
    ("frames.py", "unique"),  # of whole rows
    ("frames.py", "shift"),  # in Polars alone, of rows known to stand in order
    ("frames.py", "cum_sum"),  # the same
    ("engines.py", "sort"),  # of the finished cells in Polars, to lay parts side by side
}
"""Where a banned method is used in the one way that is alike."""


def _modules() -> list[tuple[str, ast.Module]]:
    return [(path.name, ast.parse(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.py"))]


def _banned_in(name: str, tree: ast.AST) -> list[str]:
    return [
        f"{name}:{node.lineno} .{node.func.attr}(): {BANNED[node.func.attr]}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in BANNED
        and (name, node.func.attr) not in ALLOWED
    ]


def test_no_column_is_made_in_a_way_that_engines_read_differently() -> None:
    assert [found for name, tree in _modules() for found in _banned_in(name, tree)] == []


@pytest.mark.parametrize("method", sorted(BANNED))
def test_a_banned_method_would_be_found(method: str) -> None:
    assert _banned_in("some.py", ast.parse(f"pl.col('a').{method}(1)")) != []


def test_expressions_have_no_operator_that_engines_read_differently() -> None:
    for operator in NO_OPERATOR:
        with pytest.raises(TypeError, match="unsupported operand"):
            eval(f"node {operator} 2", {"node": col("a")})  # noqa: S307
    assert Node("==", (1, 2)).is_null().op == "is_null"


def test_an_engine_is_imported_only_where_it_is_spoken_to() -> None:
    for name, tree in _modules():
        for node in ast.walk(tree):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                modules = [node.module]
            for module in modules:
                files = ONLY_IN.get(module.partition(".")[0])
                assert files is None or name in files, f"{name}:{node.lineno} imports {module}"


def test_no_engine_is_imported_before_it_is_asked() -> None:
    for name, tree in _modules():
        for node in tree.body:
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            assert not {m.partition(".")[0] for m in modules} & set(ONLY_IN), name


def test_the_page_shows_the_same_table() -> None:
    rows = {
        cells[0].strip(" `"): cells[1].strip()
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| `") and len(cells := line.strip("|").split(" | ")) == 2
    }
    assert rows == BANNED | NO_OPERATOR
