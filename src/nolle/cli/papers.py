"""``nolle papers``: the papers of a case, the packet they go into, and what is checked before it leaves."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from .errors import BadInput
from .options import Format

app = typer.Typer(
    name="papers",
    help="The papers of a case: draft them, bind them into a packet, check a PDF before it leaves.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
