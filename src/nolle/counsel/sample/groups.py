"""Who is on the docket: the groups of people, and how each came and stands. All numbers are ours, for tests.

They are plausible, and measured nowhere: nothing may be concluded from them about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass

LATIN = {"MEX": 30, "GTM": 20, "HND": 17, "SLV": 15, "NIC": 3, "DOM": 3, "ECU": 4, "PER": 2, "COL": 3, "BRA": 3}
BORDER = {
    **{"GTM": 14, "HND": 15, "SLV": 8, "MEX": 12, "VEN": 13, "COL": 7, "ECU": 7, "NIC": 6, "CUB": 5, "HTI": 4},
    **{"BRA": 3, "PER": 3, "CHN": 4, "IND": 3, "RUS": 2, "CMR": 1},
}
ABROAD = {
    **{"MEX": 12, "PHL": 12, "IND": 10, "CHN": 10, "NGA": 7, "JAM": 6, "DOM": 8, "COL": 8, "BRA": 6, "UKR": 4},
    **{"PER": 4, "HTI": 3, "ETH": 3, "NPL": 2, "SYR": 1, "RUS": 4},
}


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its share, the countries, age and years in the country of its people, and what is common in it.

    ``ages`` and ``years`` are inclusive ranges on the day of the docket. ``manner`` weighs how they last came in.
    The rest are percents: who was served with a Notice to Appear on the way in, is married, has a citizen spouse, is a
    parent, was convicted, fears to go back, is detained.
    """

    share: int
    ages: tuple[int, int]
    years: tuple[int, int]
    countries: dict[str, int]
    manner: dict[str, int]
    met_at_border: int = 0
    married: int = 45
    citizen_spouse: int = 20
    parent: int = 55
    convicted: int = 8
    fears: int = 35
    detained: int = 8


GROUPS: dict[str, Group] = {
    "long_resident": Group(
        **{"share": 15, "ages": (30, 62), "years": (10, 30), "countries": LATIN, "manner": {"ewi": 1}},
        **{"married": 50, "parent": 85, "convicted": 15, "fears": 25},
    ),
    "overstay": Group(
        **{"share": 11, "ages": (21, 52), "years": (1, 16), "countries": ABROAD},
        manner={"admitted_visa": 88, "waved_through": 7, "vwp": 5},
        **{"married": 80, "citizen_spouse": 80, "fears": 20},
    ),
    "child": Group(
        **{"share": 10, "ages": (8, 20), "years": (0, 6), "countries": LATIN},
        manner={"ewi": 90, "paroled": 10},
        **{"met_at_border": 95, "married": 1, "parent": 3, "convicted": 2, "fears": 80, "detained": 2},
    ),
    "border": Group(
        **{"share": 14, "ages": (19, 50), "years": (0, 4), "countries": BORDER},
        manner={"ewi": 85, "conditional_parole_236": 15},
        **{"met_at_border": 92, "citizen_spouse": 3, "convicted": 2, "fears": 92, "detained": 14},
    ),
    "paroled": Group(
        **{"share": 8, "ages": (18, 58), "years": (0, 4), "countries": {**BORDER, "UKR": 6, "HTI": 14, "CUB": 12}},
        manner={"paroled": 1},
        **{"met_at_border": 60, "citizen_spouse": 6, "convicted": 2, "fears": 85, "detained": 6},
    ),
    "resident": Group(
        **{"share": 6, "ages": (23, 70), "years": (6, 38), "countries": ABROAD},
        manner={"admitted_visa": 1},
        **{"citizen_spouse": 50, "parent": 70, "convicted": 85, "detained": 30},
    ),
    "tps_holder": Group(
        **{"share": 6, "ages": (22, 62), "years": (3, 27)},
        countries={"SLV": 30, "HND": 18, "VEN": 24, "HTI": 18, "UKR": 4, "NPL": 3, "ETH": 3},
        manner={"ewi": 70, "admitted_visa": 12, "advance_parole": 18},
        **{"parent": 70, "convicted": 6},
    ),
    "daca_holder": Group(
        **{"share": 4, "ages": (22, 44), "years": (19, 36), "countries": LATIN},
        manner={"ewi": 80, "admitted_visa": 12, "advance_parole": 8},
        **{"citizen_spouse": 55, "parent": 45, "convicted": 6},
    ),
    "crime_victim": Group(
        **{
            "share": 5,
            "ages": (20, 58),
            "years": (4, 25),
            "countries": LATIN,
            "manner": {"ewi": 80, "admitted_visa": 20},
        },
        **{"parent": 75, "fears": 45},
    ),
    "trafficked": Group(
        **{"share": 2, "ages": (16, 48), "years": (1, 12), "countries": ABROAD},
        manner={"ewi": 45, "admitted_visa": 50, "false_us_citizen_claim": 5},
        **{"fears": 70},
    ),
    "battered": Group(
        **{
            "share": 4,
            "ages": (20, 52),
            "years": (3, 22),
            "countries": LATIN,
            "manner": {"ewi": 60, "admitted_visa": 40},
        },
        **{"married": 55, "citizen_spouse": 75, "parent": 80, "fears": 45},
    ),
    "worker": Group(
        **{
            "share": 3,
            "ages": (22, 58),
            "years": (2, 22),
            "countries": LATIN,
            "manner": {"ewi": 85, "admitted_visa": 15},
        },
    ),
    "old_registrant": Group(
        **{"share": 3, "ages": (44, 76), "years": (25, 38), "manner": {"ewi": 80, "admitted_visa": 20}},
        countries={"SLV": 45, "GTM": 35, "RUS": 5, "UKR": 5, "MEX": 10},
        **{"parent": 85, "citizen_spouse": 35},
    ),
    "military_family": Group(
        **{"share": 2, "ages": (21, 52), "years": (4, 25), "countries": LATIN},
        manner={"ewi": 60, "parole_in_place": 40},
        **{"married": 75, "citizen_spouse": 92},
    ),
    "employee": Group(
        **{"share": 2, "ages": (24, 50), "years": (1, 10), "countries": ABROAD},
        manner={"admitted_visa": 92, "paroled": 8},
        **{"married": 55, "citizen_spouse": 8, "parent": 45, "convicted": 3, "fears": 12},
    ),
    "family_of_victim": Group(
        **{
            "share": 2,
            "ages": (8, 50),
            "years": (1, 15),
            "countries": LATIN,
            "manner": {"ewi": 70, "admitted_visa": 30},
        },
        **{"married": 30, "citizen_spouse": 5, "parent": 30, "fears": 40, "detained": 4},
    ),
    "decades_here": Group(
        **{
            "share": 1,
            "ages": (58, 84),
            "years": (52, 60),
            "countries": LATIN,
            "manner": {"ewi": 75, "admitted_visa": 25},
        },
        **{"parent": 85, "citizen_spouse": 25, "convicted": 15, "fears": 10},
    ),
    "newly_stopped": Group(
        **{"share": 2, "ages": (19, 50), "years": (0, 3), "countries": BORDER, "manner": {"ewi": 100}},
        **{"met_at_border": 20, "citizen_spouse": 3, "fears": 65, "detained": 65},
    ),
}

POSTURES = {
    **{
        "pre_pleading": 28,
        "pleaded": 27,
        "individual_set": 18,
        "individual_done": 2,
        "decided": 3,
        "appeal_pending": 4,
    },
    **{"administratively_closed": 6, "terminated": 2, "dismissed": 6, "final_order": 4},
}
IN_COURT = ("pre_pleading", "pleaded", "individual_set", "individual_done")

COURTS = {
    **{"MIA": 11, "NYC": 8, "ORL": 5, "DAL": 4, "HOU": 4, "SNA": 3, "LOS": 4, "NLA": 3, "VNS": 3, "SFR": 5, "SNC": 3},
    **{"CHI": 6, "BOS": 5, "CHE": 2, "ATL": 4, "CHL": 4, "MEM": 3, "NEW": 4, "ELZ": 1, "PHI": 3, "HYA": 3, "STE": 3},
    **{"DEN": 3, "SEA": 2, "TAC": 1, "POR": 1, "SLC": 1, "LVG": 2, "PHO": 2, "ELO": 1, "OMA": 1, "KAN": 1, "BLM": 1},
    **{"DET": 1, "CLE": 2, "NOL": 3, "JNA": 1, "ELP": 1, "HLG": 1, "SND": 1, "OTM": 1, "BUF": 1, "HAR": 1, "KRO": 1},
}
"""Courts and how often they stand in the docket: larger courts more often."""
