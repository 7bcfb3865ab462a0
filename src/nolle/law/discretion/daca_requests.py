"""Which DACA requests were taken and decided, by date: first requests, renewals, or neither."""

from nolle.facts import case, daca, derived
from nolle.law.pathway import t
from nolle.logic import AS_OF, all_of, any_of, element, settled, version, versions

RULE = "8-cfr-236-21-daca"
MEMO = "daca-2012"
REGENTS = "dhs-v-regents-2020"
FIFTH_CIRCUIT = "texas-v-us-2025-daca"

WHOLE_RULE = "8 CFR 236.21-236.25"

age_15_or_in_proceedings = any_of(
    "age_15_or_in_proceedings",
    "15 or over, unless in proceedings or under an order",
    element(
        "age_15",
        "15 or over",
        es="15 años o más",
        that=derived.age_today >= 15,
        cite=RULE,
        pin="8 CFR 236.22(b)(7)",
    ),
    element(
        "in_proceedings",
        "In removal proceedings",
        es="En proceso de deportación",
        that=case.in_removal_proceedings,
        cite=RULE,
        pin="8 CFR 236.22(b)(7)",
    ),
    element(
        "under_an_order",
        "Under a final order or a voluntary departure order",
        es="Con una orden final o una orden de salida voluntaria",
        that=case.final_order | case.vd_granted,
        cite=RULE,
        pin="8 CFR 236.22(b)(7)",
    ),
    es="15 años o más, salvo en proceso de deportación o con una orden",
)

first_request = all_of(
    "first_request",
    "A first request",
    settled(
        "first_requests_taken",
        "First requests were taken and decided",
        es="Las primeras solicitudes se recibían y se decidían",
        answer=True,
        cite=MEMO,
    ),
    age_15_or_in_proceedings,
    es="Una primera solicitud",
)

first_request_received = all_of(
    "first_request_received",
    "A first request, received but held",
    settled(
        "first_requests_held",
        "First requests were received but held",
        es="Las primeras solicitudes se recibían, pero quedaban retenidas",
        answer=None,
        cite=(REGENTS, MEMO),
    ),
    age_15_or_in_proceedings,
    es="Una primera solicitud, recibida pero retenida",
)

first_request_if_decided = all_of(
    "first_request_if_decided",
    "A first request, while USCIS decides them",
    age_15_or_in_proceedings,
    es="Una primera solicitud, mientras USCIS las decida",
    force="policy.daca_initials_adjudicated",
    note=t(
        "When last checked (2026-09-01) first requests were accepted but not decided.",
        "En la última revisión (2026-09-01) las primeras solicitudes se aceptaban, pero no se decidían.",
    ),
)

renewal = all_of(
    "renewal",
    "A renewal",
    element(
        "had_daca",
        "Has had DACA",
        es="Ha tenido DACA",
        that=daca.ever_granted,
        cite=RULE,
        pin=WHOLE_RULE,
    ),
    element(
        "not_terminated",
        "DACA was not terminated",
        es="No le terminaron DACA",
        that=~daca.terminated,
        cite=RULE,
        pin=WHOLE_RULE,
    ),
    any_of(
        "current_or_just_expired",
        "Current, or expired one year ago or less",
        element(
            "current",
            "DACA has not expired",
            es="DACA no ha vencido",
            that=daca.expires_on > AS_OF,
            cite=RULE,
            pin=WHOLE_RULE,
        ),
        element(
            "expired_within_a_year",
            "DACA expired one year ago or less",
            es="DACA venció hace un año o menos",
            that=daca.expires_on.within(days=365, before=AS_OF),
            cite=RULE,
            pin=WHOLE_RULE,
            confidence="high",
        ),
        es="Vigente, o vencido hace un año o menos",
    ),
    es="Una renovación",
)

first_or_renewal = any_of(
    "first_or_renewal",
    "A first request or a renewal",
    first_request,
    renewal,
    es="Una primera solicitud o una renovación",
    cite=MEMO,
)

requests_open = versions(
    "requests_open",
    "Requests taken and decided on this date",
    version(
        "not_yet",
        since="1990-01-01",
        until="2012-08-14",
        that=settled(
            "not_open_yet",
            "Requests were not taken yet",
            es="Todavía no se recibían solicitudes",
            answer=False,
            cite=MEMO,
            pin="announced 2012-06-15; filing from 2012-08-15",
        ),
        cite=MEMO,
        pin="announced 2012-06-15; filing from 2012-08-15",
        confidence="high",
    ),
    version(
        "open_2012",
        since="2012-08-15",
        until="2017-09-04",
        en="First requests and renewals under the 2012 memo",
        es="Primeras solicitudes y renovaciones según el memorando de 2012",
        that=first_or_renewal,
        cite=MEMO,
        pin="2012 memo",
        confidence="high",
    ),
    version(
        "rescinded",
        since="2017-09-05",
        until="2018-01-08",
        en="Rescission: a last round of renewals",
        es="Rescisión: una última ronda de renovaciones",
        that=renewal,
        cite=MEMO,
        pin="rescission of 2017-09-05",
        note=t(
            "Renewals only if expiring from 2017-09-05 to 2018-03-05 and filed by 2017-10-05.",
            "Renovaciones solo si vencían del 2017-09-05 al 2018-03-05 y se presentaban a más tardar el 2017-10-05.",
        ),
        confidence="high",
    ),
    version(
        "renewals_by_injunction",
        since="2018-01-09",
        until="2020-06-17",
        en="Renewals by order of federal courts",
        es="Renovaciones por orden de cortes federales",
        that=renewal,
        cite=MEMO,
        pin="N.D. Cal. 2018-01-09 and others",
        note=t(
            "Renewals and people whose DACA had lapsed; no first requests; the courts did not require advance parole.",
            "Renovaciones y personas con DACA vencido; sin primeras solicitudes; las cortes no exigían el permiso "
            "adelantado de viaje (advance parole).",
        ),
        confidence="high",
    ),
    version(
        "after_regents",
        since="2020-06-18",
        until="2020-07-27",
        en="After DHS v. Regents",
        es="Después de DHS v. Regents",
        that=any_of(
            "held_or_renewal",
            "A first request, held, or a renewal",
            first_request_received,
            renewal,
            es="Una primera solicitud, retenida, o una renovación",
            cite=(REGENTS, MEMO),
        ),
        cite=(REGENTS, MEMO),
        pin="Regents, 2020-06-18",
        note=t("First requests were received but held.", "Las primeras solicitudes se recibían, pero se retenían."),
        confidence="high",
    ),
    version(
        "wolf_2020",
        since="2020-07-28",
        until="2020-12-03",
        en="The Wolf memo: renewals of one year",
        es="El memorando Wolf: renovaciones de un año",
        that=renewal,
        cite=MEMO,
        pin="Wolf memo of 2020-07-28",
        note=t(
            "First requests rejected; renewals of one year. Later found to be issued without authority.",
            "Primeras solicitudes rechazadas; renovaciones de un año. Luego se resolvió que se emitió sin autoridad.",
        ),
        confidence="high",
    ),
    version(
        "reopened",
        since="2020-12-04",
        until="2021-07-15",
        en="First requests open again",
        es="De nuevo se reciben primeras solicitudes",
        that=first_or_renewal,
        cite=MEMO,
        pin="E.D.N.Y. 2020-12-04",
        note=t(
            "First requests open again (notice of 2020-12-07); grants of two years restored.",
            "De nuevo se reciben primeras solicitudes (aviso del 2020-12-07); vuelven las concesiones de dos años.",
        ),
        confidence="high",
    ),
    version(
        "texas_2021",
        since="2021-07-16",
        until="2022-10-30",
        en="The memo vacated in Texas; renewals continue",
        es="El memorando anulado en Texas; las renovaciones siguen",
        that=any_of(
            "memo_requests_after_texas",
            "A renewal, or a first request while they are decided, under the memo",
            first_request_if_decided,
            renewal,
            es="Una renovación, o una primera solicitud mientras se decidan, según el memorando",
            cite=MEMO,
        ),
        cite=MEMO,
        pin="S.D. Tex. 2021-07-16",
        confidence="high",
    ),
    version(
        "rule_2022",
        since="2022-10-31",
        en="The 2022 rule; renewals continue",
        es="La regla de 2022; las renovaciones siguen",
        that=any_of(
            "rule_requests",
            "A renewal, or a first request while they are decided, under the rule",
            renewal,
            first_request_if_decided,
            es="Una renovación, o una primera solicitud mientras se decidan, según la regla",
            cite=(RULE, FIFTH_CIRCUIT),
        ),
        cite=(RULE, FIFTH_CIRCUIT),
        pin="8 CFR 236.22-236.23",
        confidence="high",
    ),
    es="Solicitudes que se reciben y se deciden en esta fecha",
)
