"""Every pathway, in the order they are shown: discretion first, then relief."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from .pathway import Pathway

DISCRETION = (
    "dismissal_without_prejudice",
    "termination_mandatory",
    "termination_discretionary",
    "administrative_closure",
    "recalendaring",
    "opla_nonopposition_stipulation",
    "joint_motion_to_reopen",
    "continuance_collateral",
    "nta_not_filed_or_cancelled",
    "stay_of_removal_i246",
    "voluntary_departure",
    "deferred_action_generic",
    "sij_deferred_action",
    "u_bfd_waitlist_da",
    "vawa_deferred_action",
    "labor_deferred_action",
    "military_pip",
    "daca",
    "dapa_2014",
    "daca_expanded_2014",
)
"""Modules of ``discretion/``, by pathway id."""

RELIEF = (
    "aos_immediate_relative",
    "aos_family_preference",
    "aos_245i",
    "adjustment_245k",
    "provisional_waiver_i601a",
    "sijs_classification",
    "sij_adjustment",
    "uac_asylum",
    "asylum",
    "withholding_cat",
    "cancellation_42a",
    "cancellation_42b",
    "cancellation_vawa",
    "t_status",
    "t_derivative",
    "u_status",
    "u_derivative",
    "vawa_self_petition",
    "tps",
    "registry",
    "nacara_203",
)
"""Modules of ``relief/``, by pathway id."""


@cache
def pathways() -> tuple[Pathway, ...]:
    """Every pathway, discretion first.

    Raises:
        RuntimeError: when a module holds a pathway under another id than its name.
    """
    found = []
    for room, names in (("discretion", DISCRETION), ("relief", RELIEF)):
        for name in names:
            pathway: Pathway = import_module(f"nolle.law.{room}.{name}").PATHWAY
            if pathway.id != name:
                raise RuntimeError(f"law/{room}/{name}.py holds the pathway {pathway.id!r}: name the file after it")
            found.append(pathway)
    return tuple(found)


def pathway(id: str) -> Pathway:
    """One pathway by id.

    Raises:
        KeyError: for an id that is no pathway.
    """
    room = "discretion" if id in DISCRETION else "relief" if id in RELIEF else None
    if room is None:
        raise KeyError(id)
    found: Pathway = import_module(f"nolle.law.{room}.{id}").PATHWAY
    return found
