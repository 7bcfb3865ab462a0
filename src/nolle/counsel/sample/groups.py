"""Who is on the docket: the groups of people, and how each came and stands. All numbers are ours, for tests.

They are plausible, and measured nowhere: nothing may be concluded from them about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass

from .draws import weighed

LATIN = "MEX 30, GTM 20, HND 17, SLV 15, NIC 3, DOM 3, ECU 4, PER 2, COL 3, BRA 3"
BORDER = (
    "GTM 14, HND 15, SLV 8, MEX 12, VEN 13, COL 7, ECU 7, NIC 6, CUB 5, HTI 4, BRA 3, PER 3, CHN 4, IND 3, RUS 2, CMR 1"
)
PAROLED = "CUB 22, HTI 22, VEN 20, NIC 10, UKR 12, HND 5, GTM 4, MEX 3, COL 2"
ABROAD = (
    "MEX 12, PHL 12, IND 10, CHN 10, NGA 7, JAM 6, DOM 8, COL 8, BRA 6, UKR 4, PER 4, HTI 3, ETH 3, NPL 2, RUS 4, SYR 1"
)
DESIGNATED = "SLV 30, VEN 24, HND 18, HTI 18, UKR 4, NPL 3, ETH 3"
REGISTERED = "SLV 45, GTM 35, MEX 10, RUS 5, UKR 5"

USUALLY = weighed(
    "met_at_border 0, married 45, citizen_spouse 20, parent 55, convicted 8, fears 35, detained 8",
)
"""Of a hundred people of a group: stopped on the way in, married, to a citizen, a parent, convicted, afraid to go back,
detained. ``Group.often`` has what is different."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its share, the ages and years in the country of its people on the day of the docket (inclusive), the
    countries they come from, how they last came in, and what is common among them."""

    share: int
    ages: tuple[int, int]
    years: tuple[int, int]
    countries: str
    manner: str
    often: str = "parent 55"

    def percent(self, name: str) -> int:
        """Of a hundred of its people, those of whom something of ``USUALLY`` is true."""
        return weighed(self.often).get(name, USUALLY[name])


GROUPS: dict[str, Group] = {
    "long_resident": Group(15, (30, 62), (10, 30), LATIN, "ewi 1", "married 50, parent 85, convicted 15, fears 25"),
    "overstay": Group(
        11,
        (21, 52),
        (1, 16),
        ABROAD,
        "admitted_visa 88, waved_through 7, vwp 5",
        "married 80, citizen_spouse 80, fears 20",
    ),
    "child": Group(
        10,
        (8, 20),
        (0, 6),
        LATIN,
        "ewi 90, paroled 10",
        "met_at_border 95, married 1, parent 3, convicted 2, fears 80, detained 2",
    ),
    "border": Group(
        14,
        (19, 50),
        (0, 4),
        BORDER,
        "ewi 85, conditional_parole_236 15",
        "met_at_border 92, citizen_spouse 3, convicted 2, fears 92, detained 14",
    ),
    "paroled": Group(
        8,
        (18, 58),
        (0, 4),
        PAROLED,
        "paroled 1",
        "met_at_border 60, citizen_spouse 6, convicted 2, fears 85, detained 6",
    ),
    "resident": Group(
        6, (23, 70), (6, 38), ABROAD, "admitted_visa 1", "citizen_spouse 50, parent 70, convicted 85, detained 30"
    ),
    "tps_holder": Group(
        6, (22, 62), (3, 27), DESIGNATED, "ewi 70, admitted_visa 12, advance_parole 18", "parent 70, convicted 6"
    ),
    "daca_holder": Group(
        4,
        (22, 44),
        (19, 36),
        LATIN,
        "ewi 80, admitted_visa 12, advance_parole 8",
        "citizen_spouse 55, parent 45, convicted 6",
    ),
    "crime_victim": Group(5, (20, 58), (4, 25), LATIN, "ewi 80, admitted_visa 20", "parent 75, fears 45"),
    "trafficked": Group(2, (16, 48), (1, 12), ABROAD, "ewi 45, admitted_visa 50, false_us_citizen_claim 5", "fears 70"),
    "battered": Group(
        4, (20, 52), (3, 22), LATIN, "ewi 60, admitted_visa 40", "married 55, citizen_spouse 75, parent 80, fears 45"
    ),
    "worker": Group(3, (22, 58), (2, 22), LATIN, "ewi 85, admitted_visa 15"),
    "old_registrant": Group(
        3, (44, 76), (25, 38), REGISTERED, "ewi 80, admitted_visa 20", "parent 85, citizen_spouse 35"
    ),
    "military_family": Group(
        2, (21, 52), (4, 25), LATIN, "ewi 60, parole_in_place 40", "married 75, citizen_spouse 92"
    ),
    "employee": Group(
        2,
        (24, 50),
        (1, 10),
        ABROAD,
        "admitted_visa 92, paroled 8",
        "married 55, citizen_spouse 8, parent 45, convicted 3, fears 12",
    ),
    "family_of_victim": Group(
        2,
        (8, 50),
        (1, 15),
        LATIN,
        "ewi 70, admitted_visa 30",
        "married 30, citizen_spouse 5, parent 30, fears 40, detained 4",
    ),
    "decades_here": Group(
        1, (58, 84), (52, 60), LATIN, "ewi 75, admitted_visa 25", "parent 85, citizen_spouse 25, convicted 15, fears 10"
    ),
    "newly_stopped": Group(
        2, (19, 50), (0, 3), BORDER, "ewi 1", "met_at_border 20, citizen_spouse 3, fears 65, detained 65"
    ),
}

POSTURES = weighed(
    "pre_pleading 28, pleaded 27, individual_set 18, individual_done 2, decided 3, appeal_pending 4, "
    "administratively_closed 6, terminated 2, dismissed 6, final_order 4"
)
IN_COURT = ("pre_pleading", "pleaded", "individual_set", "individual_done")

COURTS = weighed(
    "MIA 11, NYC 8, ORL 5, DAL 4, HOU 4, SNA 3, LOS 4, NLA 3, VNS 3, SFR 5, SNC 3, CHI 6, BOS 5, CHE 2, ATL 4, CHL 4, "
    "MEM 3, NEW 4, ELZ 1, PHI 3, HYA 3, STE 3, DEN 3, SEA 2, TAC 1, POR 1, SLC 1, LVG 2, PHO 2, ELO 1, OMA 1, KAN 1, "
    "BLM 1, DET 1, CLE 2, NOL 3, JNA 1, ELP 1, HLG 1, SND 1, OTM 1, BUF 1, HAR 1, KRO 1"
)
"""Courts and how often they stand in the docket: larger courts more often."""
