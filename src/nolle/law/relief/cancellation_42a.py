"""Cancellation of removal for lawful permanent residents (42A), INA 240A(a)."""

from nolle.facts import case, conviction, derived, lpr
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, settled, version, versions

from .adjustment import EQUITIES, US_CODE, weak_equities
from .cancellation import BARS, STATUTE_PAGE, STOP_TIME, in_proceedings

STATUTE = "ina-240a-a-42a"
BARTON = "barton-v-barr-2020"
CAMARILLO = "matter-of-camarillo"
PEREIRA = "pereira-v-sessions-2018"

seventh_anniversary = lpr.admitted_any_status_on.plus(years=7)

five_years_resident = element(
    "five_years_resident",
    "A permanent resident for five years",
    es="Residente permanente por cinco años",
    that=lpr.lpr_since.is_known & (lpr.lpr_since.plus(years=5) <= AS_OF),
    cite=STATUTE,
    pin="INA 240A(a)(1)",
    verified=STATUTE_PAGE,
    confidence="high",
)

# Seven years after admission in any status, until the time stopped

before_complete_notice_or_offense = element(
    "before_complete_notice_or_offense",
    "Seven years after admission in any status, before a complete Notice to Appear or an offense that stops time",
    es="Siete años desde la admisión con cualquier estatus, antes de un Aviso de Comparecencia (NTA) completo o de un "
    "delito que detiene el tiempo",
    that=seventh_anniversary <= derived.lpr_stop_date.if_absent(AS_OF),
    cite=(STATUTE, STOP_TIME, BARTON),
    pin="INA 240A(a)(2), (d)(1)",
    note=t(
        "Until the earlier of the complete notice and the offense.",
        "Hasta lo primero entre el aviso completo y el delito.",
    ),
    verified=STATUTE_PAGE,
    confidence="high",
)

before_any_notice = element(
    "before_any_notice",
    "Seven years before a Notice to Appear was served, complete or not",
    es="Siete años antes de que se entregara un Aviso de Comparecencia (NTA), completo o no",
    that=seventh_anniversary <= case.nta_served_on.if_absent(AS_OF),
    cite=(CAMARILLO, STOP_TIME),
    pin="INA 240A(a)(2), (d)(1)(A); Camarillo, 25 I&N Dec. 644",
)

seven_years = versions(
    "seven_years",
    "Seven years of residence before the time stopped",
    version(
        "any_nta",
        since="1997-04-01",
        until="2018-06-20",
        en="Any Notice to Appear stops the time",
        es="Cualquier Aviso de Comparecencia (NTA) detiene el tiempo",
        that=all_of(
            "before_any_notice_or_offense",
            "Seven years before any Notice to Appear, and before any offense that stops time",
            before_any_notice,
            before_complete_notice_or_offense,
            es="Siete años antes de cualquier Aviso de Comparecencia (NTA) y de cualquier delito que detiene el tiempo",
        ),
        cite=(STATUTE, STOP_TIME, CAMARILLO),
        pin="Camarillo, 25 I&N Dec. 644",
    ),
    version(
        "incomplete_notices",
        since="2018-06-21",
        until="2021-04-28",
        en="The effect of a hearing notice after an incomplete Notice to Appear changed by date and circuit",
        es="El efecto de un aviso de audiencia tras un Aviso de Comparecencia (NTA) incompleto cambió según la fecha y "
        "el circuito",
        that=all_of(
            "before_what_surely_stops",
            "Seven years before what surely stopped the time; what a hearing notice did is for counsel",
            before_complete_notice_or_offense,
            any_of(
                "before_any_notice_or_unsettled",
                "Seven years before any notice; if not, counsel looks at the hearing notice",
                before_any_notice,
                settled(
                    "hearing_notice_for_counsel",
                    "Whether a hearing notice stopped the time depends on the day and the circuit: ask counsel",
                    es="Que un aviso de audiencia detuviera el tiempo depende del día y del circuito: consulte a su "
                    "abogado",
                    answer=None,
                    cite=(PEREIRA, "matter-of-mendoza-hernandez"),
                    note=t(
                        "The history is that of 42B, which shows each rule.",
                        "La historia es la de 42B, que muestra cada regla.",
                    ),
                ),
                es="Siete años antes de cualquier aviso; si no, el abogado mira el aviso de audiencia",
            ),
            es="Siete años antes de lo que sin duda detuvo el tiempo; el abogado ve el efecto de un aviso de audiencia",
        ),
        cite=(STATUTE, STOP_TIME, PEREIRA, "matter-of-mendoza-hernandez"),
        pin="INA 240A(d)(1)(A)",
    ),
    version(
        "niz_chavez",
        since="2021-04-29",
        en="One complete document only",
        es="Solo un documento completo",
        that=before_complete_notice_or_offense,
        cite=(STATUTE, STOP_TIME, BARTON, "niz-chavez-2021"),
        pin="INA 240A(a)(2), (d)(1)",
        verified=STATUTE_PAGE,
        confidence="high",
    ),
    es="Siete años de residencia antes de que se detuviera el tiempo",
)

no_aggravated_felony = element(
    "no_aggravated_felony",
    "No conviction for an aggravated felony",
    es="Sin condena por un delito agravado",
    that=conviction.none(conviction.immigration_class.has_any("aggravated_felony") & conviction_stands),
    cite=STATUTE,
    pin="INA 240A(a)(3)",
    verified=STATUTE_PAGE,
    confidence="high",
)

no_earlier_cancellation = element(
    "no_earlier_cancellation",
    "No cancellation or 212(c) relief before",
    es="Sin cancelación ni alivio 212(c) anteriores",
    that=~lpr.prior_cancellation,
    cite=STATUTE,
    pin="INA 240A(c)(6)",
    verified=US_CODE.format(329),
    confidence="high",
)

SAVES_IT = t(
    "Ending the case keeps the residence, and saves relief that can be had only once.",
    "Terminar el caso conserva la residencia y guarda un alivio que solo puede obtenerse una vez.",
)

PATHWAY = Pathway(
    id="cancellation_42a",
    name=t(
        "Cancellation for lawful permanent residents (42A)",
        "Cancelación de la expulsión para residentes permanentes (42A)",
    ),
    family="relief",
    gives=t("Keeps permanent residence.", "Conserva la residencia permanente."),
    does_not_give=(t("It can be granted only once.", "Puede concederse una sola vez."),),
    decided_by=t("The immigration judge.", "El juez de inmigración."),
    forum=t("Immigration court", "Tribunal de inmigración"),
    forms=(t("Form EOIR-42A", "Formulario EOIR-42A"),),
    authority=(
        "INA 240A(a),(c),(d)",
        "Barton v. Barr, 590 U.S. 222 (2020)",
        "Matter of C-V-T-, 22 I&N Dec. 7 (BIA 1998)",
        "Matter of Marin",
    ),
    cites=(
        STATUTE,
        STOP_TIME,
        BARTON,
        "matter-of-c-v-t",
        "matter-of-marin",
        "8-cfr-1003-14",
        "ina-240b",
        "ina-240",
    ),
    related=(
        "tula-rubio-2015",
        "saldivar-v-sessions-2017",
        "matter-of-chen-2023",
        "matter-of-campos-torres",
    ),
    elements=all_of(
        "elements",
        "Cancellation for lawful permanent residents",
        in_proceedings,
        five_years_resident,
        seven_years,
        no_aggravated_felony,
        no_earlier_cancellation,
        es="Cancelación de la expulsión para residentes permanentes",
    ),
    bars=BARS,
    weighed=(
        t(
            "The balance of Marin and C-V-T-: family, residence from a young age, hardship, military service, "
            "employment, property, rehabilitation.",
            "El balance de Marin y C-V-T-: familia, residencia desde joven, dificultad, servicio militar, empleo, "
            "bienes, rehabilitación.",
        ),
        EQUITIES,
    ),
    evidence=(
        proof(
            t("The history of the green card", "El historial de la residencia (green card)"),
            t("the five and the seven years", "los cinco y los siete años"),
            "five_years_resident",
            "seven_years",
        ),
        proof(
            t("Criminal court dispositions", "Resoluciones de las cortes penales"),
            t("no aggravated felony", "que no hay delito agravado"),
            "no_aggravated_felony",
        ),
        proof(
            t("Proof of rehabilitation", "Pruebas de rehabilitación"),
            t("discretion", "la discreción"),
        ),
    ),
    time_limits=(
        t(
            "The day the judge sets for filing the application.",
            "El día que el juez fija para presentar la solicitud.",
        ),
    ),
    on_grant=(t("Residence goes on as before.", "La residencia sigue como antes."),),
    on_denial=(t("A removal order.", "Una orden de deportación."),),
    beside_discretion=t(
        "Dismissal keeps the residence without using up relief that can be had once: ask for it first.",
        "La desestimación conserva la residencia sin gastar un alivio que solo se obtiene una vez: pídala primero.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "good", SAVES_IT),
        fits("termination", "good", SAVES_IT),
        fits("administrative_closure", "possible", SAVES_IT),
        fits("stipulation_or_nonopposition", "good", SAVES_IT),
        fits("joint_mtr_if_final_order", "good", SAVES_IT),
    ),
    history=(
        t(
            "Stop-time has the same history of notices as 42B. Offenses: since Barton (2020-04-23) any offense of INA "
            "212(a)(2) stops the seven years, even for a person not seeking admission; the Ninth Circuit had held "
            "otherwise from 2018 (Nguyen v. Sessions) to that day.",
            "La detención del tiempo tiene la misma historia de avisos que 42B. Delitos: desde Barton (2020-04-23) "
            "cualquier delito de INA 212(a)(2) detiene los siete años, aun para quien no pide admisión; el Noveno "
            "Circuito había decidido lo contrario desde 2018 (Nguyen v. Sessions) hasta ese día.",
        ),
        t(
            "Admitted in any status: being waved through counts (Tula-Rubio, 5th Cir. 2015; Saldivar, 9th Cir. 2017).",
            "Admisión con cualquier estatus: cuenta que le dejaran pasar con una seña (Tula-Rubio, 5.º Cir. 2015; "
            "Saldivar, 9.º Cir. 2017).",
        ),
    ),
    verified=("memory",),
    confidence="high",
)
