"""DAPA, the 2014 deferred action for parents: history only, it never took a request."""

from nolle.facts import conviction, daca, relative
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, caution, t
from nolle.logic import all_of, element, settled, version, versions

MEMO = "dapa-2014"
BLOCKED = "us-v-texas-2016"

NEVER = "enjoined 2015-02-16; rescinded 2017-06-15"

criteria = all_of(
    "criteria",
    "The criteria of the 2014 memo",
    element(
        "citizen_or_lpr_child",
        "A parent of a citizen or permanent resident child on November 20, 2014",
        es="Padre o madre de un hijo ciudadano o residente permanente el 20 de noviembre de 2014",
        that=relative.exists(
            relative.relationship.is_in("child", "stepchild", "adopted_child")
            & relative.status.is_in("usc", "lpr")
            & (relative.birth_date <= "2014-11-20")
        ),
        cite=MEMO,
        pin="DHS memo of 2014-11-20",
        confidence="high",
    ),
    element(
        "residence_since_2010",
        "Has lived here continuously since before January 1, 2010",
        es="Vive aquí de forma continua desde antes del 1 de enero de 2010",
        that=daca.continuous_residence_since_2010_01_01,
        cite=MEMO,
        pin="DHS memo of 2014-11-20",
        confidence="high",
    ),
    element(
        "present_on_2014_11_20",
        "Physically present on November 20, 2014, and when asking",
        es="Presente físicamente el 20 de noviembre de 2014 y al solicitar",
        that=daca.in_us_2014_11_20,
        cite=MEMO,
        pin="DHS memo of 2014-11-20",
        confidence="high",
    ),
    element(
        "no_status_on_2014_11_20",
        "Without lawful status on November 20, 2014",
        es="Sin estatus legal el 20 de noviembre de 2014",
        that=daca.no_lawful_status_2014_11_20,
        cite=MEMO,
        pin="DHS memo of 2014-11-20",
        confidence="high",
    ),
    element(
        "no_felony",
        "No felony conviction, one of the priorities of the 2014 memo",
        es="Sin condena por delito grave (felony), una de las prioridades del memorando de 2014",
        that=conviction.none((conviction.offense_class == "felony") & conviction_stands),
        cite=(MEMO, "johnson-2014-priorities"),
        pin="Johnson priorities memo of 2014-11-20",
        note=t(
            "Only felonies are tested here; the 2014 priorities memo listed more.",
            "Aquí solo se revisan los delitos graves; el memorando de prioridades de 2014 enumeraba más.",
        ),
    ),
    es="Los criterios del memorando de 2014",
)

never_opened = versions(
    "never_opened",
    "No request was ever taken",
    version(
        "never",
        since="2014-11-20",
        en="No request was ever taken; the result is history only",
        es="Nunca se recibió una solicitud; el resultado es solo histórico",
        that=settled(
            "history_only",
            "No request was ever taken: the criteria are shown as history",
            es="Nunca se recibió una solicitud: los criterios se muestran como historia",
            answer=None,
            cite=(MEMO, BLOCKED),
            pin=NEVER,
        ),
        cite=(MEMO, BLOCKED),
        pin=NEVER,
        outcome="never_in_effect",
        confidence="high",
    ),
    es="Nunca se recibió una solicitud",
)

PATHWAY = Pathway(
    id="dapa_2014",
    name=t("DAPA 2014 (history: never in effect)", "DAPA 2014 (historia: nunca entró en vigor)"),
    family="discretion",
    gives=t(
        "Nothing: no request was ever taken. It shows who would have met the 2014 criteria.",
        "Nada: nunca se recibió una solicitud. Muestra quién habría cumplido los criterios de 2014.",
    ),
    does_not_give=(
        t(
            "No status, no work permit, no benefit on any date.",
            "Ni estatus, ni permiso de trabajo, ni beneficio alguno en ninguna fecha.",
        ),
    ),
    decided_by=t("Nobody", "Nadie"),
    forum=t("None", "Ninguno"),
    forms=(),
    authority=("DHS memo 2014-11-20", "Texas v. United States, 809 F.3d 134; 579 U.S. 547"),
    cites=(MEMO, BLOCKED),
    present_status=t(
        "History only. Announced 2014-11-20; enjoined 2015-02-16 before opening; rescinded 2017-06-15.",
        "Solo historia. Anunciada el 2014-11-20; suspendida por un tribunal el 2015-02-16 antes de abrirse; revocada "
        "el 2017-06-15.",
    ),
    elements=all_of(
        "elements",
        "Deferred Action for Parents of Americans and Lawful Permanent Residents",
        criteria,
        never_opened,
        es="Acción Diferida para Padres de Ciudadanos y Residentes Permanentes",
        force=MEMO,
    ),
    bars=(t("Never a relief option: do not advise filing.", "Nunca es una opción: no recomiende presentarla."),),
    evidence=(),
    on_grant=(),
    on_denial=(),
    beside_discretion=t("None: history only.", "Ninguna: solo historia."),
    cautions=(
        caution(
            "never_opened",
            "Announced 2014-11-20, enjoined 2015-02-16 before requests opened, rescinded 2017-06-15: nobody was "
            "granted this.",
            "Anunciada el 2014-11-20, suspendida por un tribunal el 2015-02-16 antes de abrirse, revocada el "
            "2017-06-15: nadie la obtuvo.",
        ),
    ),
    history=(t("Planned to open about May 2015.", "Se planeaba abrirla hacia mayo de 2015."),),
    verified=("memory",),
    confidence="high",
)
