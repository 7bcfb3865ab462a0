"""Adjustment of status as an immediate relative (INA 245(a)), on an approved or concurrently filed I-130."""

from nolle.facts import derived, filing, person
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import all_of, any_of, element

from .adjustment import (
    MANUAL_245A,
    TOTALITY,
    US_CODE,
    admissible,
    no_false_claim,
    past_trip_now_counts,
    ten_year_bars,
    weak_equities,
    who_decides,
)
from .adjustment_tps_and_trips import not_a_tps_return, three_and_ten_year_bars, tps_is_admission, tps_travel

IMMEDIATE = "ina-201-immediate-relative"
IMMEDIATE_PIN = "INA 201(b)(2)(A)(i)"
ENTRY = "ina-245a"
BARS = "ina-245c-k"

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=IMMEDIATE,
    pin=IMMEDIATE_PIN,
    verified=MANUAL_245A,
    confidence="high",
)

immediate_relative = element(
    "immediate_relative",
    "Immediate relative of a U.S. citizen",
    es="Familiar inmediato de un ciudadano de Estados Unidos",
    that=derived.immediate_relative,
    cite=IMMEDIATE,
    pin=IMMEDIATE_PIN,
    note=t(
        "Spouse, parent (the citizen is 21 or over), or unmarried child under 21 of a U.S. citizen; a widow or widower "
        "within two years of the death.",
        "Cónyuge, padre o madre (el ciudadano tiene 21 años o más), o hijo soltero menor de 21 años de un ciudadano de "
        "Estados Unidos; viudo o viuda dentro de los dos años del fallecimiento.",
    ),
    verified="https://www.uscis.gov/policy-manual/volume-7-part-b-chapter-8",
    confidence="high",
)

# The petition

vawa_petition = element(
    "vawa_petition",
    "A VAWA self-petition (I-360) is approved, pending or planned",
    es="Hay una autopetición VAWA (I-360) aprobada, pendiente o prevista",
    that=filing.i360_vawa.status.is_in("approved", "pending", "planned"),
    by="counsel",
    cite=(IMMEDIATE, "ina-204a1-vawa"),
    pin="INA 201(b)(2)(A)(i); 245(a)",
    note=t(
        "VAWA self-petitioners need no admission or parole, and INA 245(c) does not reach them.",
        "Quien presenta una autopetición VAWA no necesita admisión ni parole, e INA 245(c) no le alcanza.",
    ),
    confidence="high",
)

petition = any_of(
    "petition",
    "A petition approved, pending or about to be filed",
    element(
        "i130_approved",
        "The I-130 is approved",
        es="El I-130 está aprobado",
        that=filing.i130.status == "approved",
        by="uscis",
        cite=IMMEDIATE,
        pin=IMMEDIATE_PIN,
    ),
    element(
        "i130_concurrent",
        "The I-130 is pending, or will be filed with the I-485",
        es="El I-130 está pendiente, o se presentará con el I-485",
        that=filing.i130.status.is_in("pending", "planned"),
        by="counsel",
        cite=(IMMEDIATE, "matter-of-l-a-b-r", "matter-of-hashmi"),
        pin=IMMEDIATE_PIN,
        note=t(
            "USCIS allows both to be filed together; a judge needs an approved I-130 or a continuance (Matter of "
            "Hashmi, 24 I&N Dec. 785 (BIA 2009); L-A-B-R-).",
            "USCIS permite presentar ambos juntos; un juez necesita el I-130 aprobado o un aplazamiento (Matter of "
            "Hashmi, 24 I&N Dec. 785 (BIA 2009); L-A-B-R-).",
        ),
    ),
    element(
        "widow_petition",
        "A widow's or widower's petition (I-360) is approved, pending or planned",
        es="Hay una petición de viudo o viuda (I-360) aprobada, pendiente o prevista",
        that=filing.i360_widow.status.is_in("approved", "pending", "planned"),
        by="counsel",
        cite=IMMEDIATE,
        pin=IMMEDIATE_PIN,
    ),
    vawa_petition,
    es="Una petición aprobada, pendiente o por presentar",
)

# The entry

last_entry = element(
    "last_entry",
    "Inspected and admitted, or paroled, at the last entry",
    es="Inspección y admisión, o parole, en la última entrada",
    that=derived.last_entry_admitted_or_paroled,
    cite=(ENTRY, "matter-of-quilantan", "sanchez-v-mayorkas-2021", "matter-of-castillo-padilla"),
    pin="INA 245(a)",
    note=t(
        "Being waved through counts (Quilantan). A grant of TPS does not (Sanchez), nor does release on conditional "
        "parole (Castillo-Padilla).",
        "Cuenta que le dejaran pasar con un gesto (Quilantan). No cuenta una concesión de TPS (Sanchez), ni la "
        "libertad bajo parole condicional (Castillo-Padilla).",
    ),
    verified=MANUAL_245A,
    confidence="high",
)

parole_in_place = element(
    "parole_in_place",
    "Parole in place was approved",
    es="Se aprobó un parole in place",
    that=filing.i131_pip.status == "approved",
    by="uscis",
    cite=(IMMEDIATE, "ina-212d5"),
    pin="INA 212(d)(5)",
)

inspected_or_paroled = any_of(
    "inspected_or_paroled",
    "Inspected and admitted, or paroled, or a VAWA self-petitioner",
    all_of(
        "admitted_or_paroled",
        "Admitted or paroled, otherwise than by a return on TPS travel permission",
        last_entry,
        not_a_tps_return,
        es="Admisión o parole, que no sea un regreso con permiso de viaje del TPS",
    ),
    parole_in_place,
    tps_is_admission("6", "Sixth", "Sexto", "2013-06-04", "flores-v-uscis-2013"),
    tps_is_admission("9", "Ninth", "Noveno", "2017-03-31", "ramirez-v-brown-2017"),
    tps_is_admission("8", "Eighth", "Octavo", "2020-10-27", "velasquez-v-barr-2020"),
    tps_travel,
    vawa_petition,
    es="Inspección y admisión, o parole, o autopetición VAWA",
)

# Bars

bars_245c = any_of(
    "bars_245c",
    "Outside the bars of INA 245(c) that reach immediate relatives",
    all_of(
        "crew_and_transit",
        "Neither crew nor in transit without a visa",
        element(
            "not_crewman",
            "Never admitted as crew",
            es="Nunca admitido como tripulante",
            that=~person.ever_admitted_crewman,
            cite=BARS,
            pin="INA 245(c)(1)",
            verified=US_CODE.format(381),
            confidence="high",
        ),
        element(
            "not_transit",
            "Never admitted in transit without a visa",
            es="Nunca admitido en tránsito sin visa",
            that=~person.ever_admitted_twov_transit,
            cite=BARS,
            pin="INA 245(c)(3)",
            verified=US_CODE.format(381),
            confidence="high",
        ),
        es="Ni tripulante ni en tránsito sin visa",
    ),
    vawa_petition,
    es="Fuera de los impedimentos de INA 245(c) que alcanzan a los familiares inmediatos",
)

no_two_year_rule = element(
    "no_two_year_rule",
    "No unmet two-year home residence rule of a J-1 visit",
    es="Sin pendiente la regla de residencia de dos años de una visita J-1",
    that=~person.j1_two_year_unmet,
    cite="ina-212e",
    pin="INA 212(e)",
    verified=US_CODE.format(126),
    confidence="high",
)

no_permanent_bar = element(
    "no_permanent_bar",
    "Outside the permanent bar",
    es="Fuera de la barrera permanente",
    that=~person.permanent_bar_9c,
    by="judgement",
    cite=("ina-212a9c", "matter-of-torres-garcia"),
    pin="INA 212(a)(9)(C); Matter of Torres-Garcia, 23 I&N Dec. 866 (BIA 2006)",
    verified=US_CODE.format(122),
    confidence="high",
)

k_visa = any_of(
    "k_visa",
    "After a K visa, only through the K petitioner",
    element(
        "not_k",
        "The last entry was not on a K visa",
        es="La última entrada no fue con visa K",
        that=~person.admitted_k_last,
        cite=IMMEDIATE,
        pin="INA 245(d)",
    ),
    all_of(
        "k_petitioner",
        "Admitted on a K visa and married to the petitioner",
        element(
            "k_admitted",
            "The last entry was on a K visa",
            es="La última entrada fue con visa K",
            that=person.admitted_k_last,
            cite=IMMEDIATE,
            pin="INA 245(d)",
        ),
        element(
            "k_spouse",
            "The petitioner is the spouse",
            es="El peticionario es el cónyuge",
            that=filing.i130.petitioner_relationship == "spouse",
            cite=IMMEDIATE,
            pin="INA 245(d)",
            note=t("Must be the K petitioner.", "Debe ser quien pidió la visa K."),
        ),
        es="Admitido con visa K y casado con el peticionario",
    ),
    es="Después de una visa K, solo por medio de quien pidió la visa K",
)

USCIS_OR_JUDGE = t(
    "USCIS takes the I-485 after the case ends, or the judge adjusts with a stipulation; arriving aliens need no "
    "dismissal.",
    "USCIS recibe el I-485 cuando el caso termina, o el juez ajusta el estatus con una estipulación; quien llega "
    "(arriving alien) no necesita la desestimación.",
)

PATHWAY = Pathway(
    id="aos_immediate_relative",
    name=t(
        "Adjustment of status as an immediate relative (INA 245(a)), on an approved or concurrently filed I-130",
        "Ajuste de estatus como familiar inmediato (INA 245(a)), con un I-130 aprobado o presentado a la vez",
    ),
    family="relief",
    gives=t(
        "Lawful permanent residence (conditional if the marriage is under two years old).",
        "Residencia permanente legal (condicional si el matrimonio tiene menos de dos años).",
    ),
    does_not_give=(
        t(
            "No status while it is pending; only a work permit (c)(9) and advance parole.",
            "No da estatus mientras está pendiente; solo permiso de trabajo (c)(9) y advance parole.",
        ),
    ),
    decided_by=t(
        "USCIS, or the immigration judge when the judge has jurisdiction",
        "USCIS, o el juez de inmigración cuando tiene competencia",
    ),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(
        t("Form I-130", "Formulario I-130"),
        t("Form I-130A", "Formulario I-130A"),
        t("Form I-485", "Formulario I-485"),
        t("Form I-693", "Formulario I-693"),
        t("Form I-864", "Formulario I-864"),
        t("Form I-765", "Formulario I-765"),
        t("Form I-131", "Formulario I-131"),
        t("Form I-601 or I-212 if needed", "Formulario I-601 o I-212 si hace falta"),
    ),
    authority=(
        "INA 201(b)(2)(A)(i)",
        "INA 245(a),(c),(d),(e)",
        "8 CFR 245.1, 245.2",
        "8 CFR 1245.1, 1245.2",
        "USCIS PM Vol. 7 Pts. A-B",
        "Matter of Quilantan, 25 I&N Dec. 285 (BIA 2010)",
        "Sanchez v. Mayorkas, 593 U.S. 409 (2021)",
        "Matter of Castillo-Padilla, 25 I&N Dec. 257 (BIA 2010)",
    ),
    cites=(
        "ina-201-immediate-relative",
        "ina-245c-k",
        "ina-245a",
        "8-cfr-245-1",
        "8-cfr-245-2-jurisdiction",
        "uscis-pm-aos",
        "matter-of-quilantan",
        "sanchez-v-mayorkas-2021",
        "matter-of-castillo-padilla",
        "ina-212d5",
        "ina-212a-grounds",
        "ina-212e",
        "ina-212a9c",
        "matter-of-torres-garcia",
        "ina-240b",
        "ina-240",
        "ina-212a6c",
        "uscis-adjustment-discretion-2026",
        "matter-of-yauri",
        "matter-of-delcarmen-lara",
        "matter-of-marin",
        "matter-of-arai",
        "matter-of-blas",
        "8-cfr-204-2-vawa",
        "ina-212a9b",
        "matter-of-l-a-b-r",
        "matter-of-hashmi",
    ),
    related=(
        "uscis-nta-2025",
        "matter-of-roque-izada",
        "serrano-v-ag-2011",
        "flores-v-uscis-2013",
        "ramirez-v-brown-2017",
        "melendez-v-mcaleenan-2019",
        "sanchez-v-secretary-2020",
        "velasquez-v-barr-2020",
        "matter-of-h-g-g",
        "matter-of-padilla-rodriguez",
        "uscis-z-r-z-c-2020",
        "uscis-pm-602-0188",
        "duarte-v-mayorkas-2022",
        "matter-of-arrabally",
        "ortega-cervantes-2007",
        "delgado-sobalvarro-2010",
        "cruz-miguel-2011",
        "tula-rubio-2015",
        "saldivar-v-sessions-2017",
        "matter-of-sesay",
        "matter-of-le-2011",
        "matter-of-akram",
        "uscis-vwp-aos-2013",
        "momeni-v-chertoff-2008",
        "matter-of-q-li",
    ),
    present_status=t(
        "Open. Discretion is stricter since May 2026; a new public-charge rule applies from 2026-09-18; H.R. 1 adds a "
        "court fee for adjustment.",
        "Abierto. La discreción es más estricta desde mayo de 2026; desde el 2026-09-18 rige una nueva regla de carga "
        "pública; la ley H.R. 1 añade una tarifa de la corte por el ajuste.",
    ),
    elements=all_of(
        "elements",
        "Adjustment as an immediate relative",
        in_the_us,
        immediate_relative,
        petition,
        inspected_or_paroled,
        admissible,
        bars_245c,
        no_two_year_rule,
        no_permanent_bar,
        three_and_ten_year_bars,
        k_visa,
        ten_year_bars,
        no_false_claim,
        es="Ajuste como familiar inmediato",
    ),
    forum_rule=who_decides,
    bars=(
        t(
            "Immediate relatives are exempt from INA 245(c)(2), (4), (7) and (8) (8 CFR 245.1(b)).",
            "Los familiares inmediatos están exentos de INA 245(c)(2), (4), (7) y (8) (8 CFR 245.1(b)).",
        ),
        t("INA 245(c)(5) S visa; (6) security.", "INA 245(c)(5), visa S; (6), seguridad."),
        t(
            "Ten-year bars after an order in absentia with notice, or after staying past voluntary departure.",
            "Impedimentos de diez años tras una orden en ausencia con aviso, o por quedarse después de la salida "
            "voluntaria.",
        ),
        t(
            "A marriage during proceedings needs clear and convincing proof (INA 245(e); 8 CFR 204.2(a)(1)(iii)).",
            "Un matrimonio durante el proceso exige prueba clara y convincente (INA 245(e); 8 CFR 204.2(a)(1)(iii)).",
        ),
        t(
            "A prior sham marriage bars the petition (INA 204(c)).",
            "Un matrimonio fraudulento anterior impide la petición (INA 204(c)).",
        ),
        past_trip_now_counts,
    ),
    weighed=TOTALITY,
    evidence=(
        proof(
            t(
                "I-94, stamped passport, advance parole or parole-in-place paper, affidavit of being waved through",
                "I-94, pasaporte sellado, documento de advance parole o de parole in place, declaración jurada de que "
                "le dejaron pasar",
            ),
            t("admission or parole", "la admisión o el parole"),
            "last_entry",
            "parole_in_place",
            "returned_on_tps_travel",
        ),
        proof(
            t("I-797 approval of the I-130", "Aviso I-797 de aprobación del I-130"),
            t("the petition", "la petición"),
            "i130_approved",
        ),
        proof(
            t(
                "Marriage or birth certificates, records of a shared life",
                "Actas de matrimonio o nacimiento, documentos de vida en común",
            ),
            t("the relationship", "el parentesco"),
            "immediate_relative",
            "k_spouse",
        ),
        proof(
            t("I-693, I-864 and tax transcripts", "I-693, I-864 y transcripciones de impuestos"),
            t("admissibility", "la admisibilidad"),
            "admissible",
        ),
        proof(
            t("Certified court dispositions", "Disposiciones judiciales certificadas"),
            t("INA 212(a)(2): criminal grounds", "INA 212(a)(2): causales penales"),
            "admissible",
        ),
        proof(
            t("Packet of equities", "Conjunto de pruebas de factores a favor"),
            t("discretion", "la discreción"),
        ),
    ),
    time_limits=(
        t(
            "A child turning 21: the age is fixed on the day the immediate relative petition is filed if the "
            "petitioner was already a citizen (INA 201(f)), or on naturalization.",
            "Hijo que cumple 21 años: la edad queda fija el día en que se presenta la petición de familiar inmediato "
            "si el peticionario ya era ciudadano (INA 201(f)), o al naturalizarse.",
        ),
        t("Widow or widower: two years from the death.", "Viudo o viuda: dos años desde el fallecimiento."),
        t(
            "Conditional residents: file the I-751 in the 90 days before two years.",
            "Residentes condicionales: presente el I-751 en los 90 días antes de los dos años.",
        ),
    ),
    clocks=(
        clock(
            "child_21_ir",
            "The petition for a child is filed before the child turns 21",
            "La petición por un hijo se presenta antes de que cumpla 21 años",
            due=person.birth_date.plus(years=21).minus(days=1),
            when=filing.i130.category == "ir_child",
            cite=IMMEDIATE,
            pin="INA 201(f)",
            note=t(
                "The age is then fixed, if the petitioner is a citizen.",
                "La edad queda fija entonces, si el peticionario es ciudadano.",
            ),
            confidence="high",
        ),
        clock(
            "ead_renew",
            "File to renew the work permit, 180 days before it ends",
            "Presente la renovación del permiso de trabajo, 180 días antes de que venza",
            due=person.ead_expires_on.minus(days=180),
            cite="8-cfr-274a-13-ead-renewal",
            pin="8 CFR 274a.13(d), as changed 2025-10-30",
            confidence="high",
        ),
        clock(
            "cond_lpr",
            "File the I-751 to remove the conditions on residence",
            "Presente el I-751 para quitar las condiciones de la residencia",
            due=person.status_obtained_on.plus(years=2),
            cite="ina-216",
            pin="INA 216(d)(2)",
            note=t(
                "The window opens 90 days before the second anniversary.",
                "El plazo se abre 90 días antes del segundo aniversario.",
            ),
            confidence="high",
        ),
    ),
    on_grant=(
        t(
            "Move for mandatory termination if a court case was open.",
            "Pida la terminación obligatoria si había un caso abierto en la corte.",
        ),
    ),
    on_denial=(
        t(
            "Renew before the judge if in proceedings (8 CFR 245.2(a)(5)(ii)); a Notice to Appear is likely if there "
            "are none.",
            "Renueve la solicitud ante el juez si está en proceso (8 CFR 245.2(a)(5)(ii)); si no lo está, es probable "
            "un Aviso de Comparecencia (NTA).",
        ),
    ),
    risks=(
        t(
            "Leaving without advance parole abandons the application, and the three- or ten-year bar may follow.",
            "Salir sin advance parole abandona la solicitud, y puede aplicarse el impedimento de tres o diez años.",
        ),
    ),
    beside_discretion=t(
        "A prime case for dismissal or termination: USCIS takes over the I-485. For a person present without "
        "admission, dismissal alone does not help: consider parole in place, 245(i), or the I-601A with "
        "administrative closure. The judge can also decide it: ask OPLA to stipulate.",
        "Un caso ideal para desestimación o terminación: USCIS se ocupa del I-485. Para quien está presente sin "
        "admisión, la desestimación sola no ayuda: considere el parole in place, 245(i), o el I-601A con cierre "
        "administrativo. El juez también puede decidirlo: pida a OPLA que estipule.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "good", USCIS_OR_JUDGE),
        fits("termination", "good", USCIS_OR_JUDGE),
        fits("administrative_closure", "possible", USCIS_OR_JUDGE),
        fits("stipulation_or_nonopposition", "good", USCIS_OR_JUDGE),
        fits("joint_mtr_if_final_order", "good", USCIS_OR_JUDGE),
    ),
    history=(
        t(
            "INA 245(c)(2) (status, work) and (c)(8) do not apply to immediate relatives, and (c)(4) spares "
            "visa-waiver entrants who are immediate relatives; (c)(1) crew and (c)(3) transit without a visa still "
            "bar everyone outside 245(i).",
            "INA 245(c)(2) (estatus, trabajo) y (c)(8) no se aplican a los familiares inmediatos, y (c)(4) exceptúa a "
            "quien entró con exención de visa y es familiar inmediato; (c)(1) tripulantes y (c)(3) tránsito sin visa "
            "aún impiden a todos fuera de 245(i).",
        ),
        t(
            "Visa-waiver entrants have waived removal hearings: USCIS only. PM-602-0093 (2013-11-14) lets late filers "
            "apply unless ordered removed; Momeni (9th Cir. 2008): no defense once ordered.",
            "Quien entró con exención de visa renunció a la audiencia de deportación: solo USCIS. PM-602-0093 "
            "(2013-11-14) permite solicitar tarde salvo que haya orden; Momeni (9.º Cir. 2008): no es defensa una vez "
            "dictada la orden.",
        ),
        t(
            "K-1 and K-2 adjust only through the K petitioner. Sesay (2011-03-17): the marriage need not last. Le "
            "(2011-06-23): a K-2 under 21 when admitted. Akram (2012): a K-4 only through the petitioner.",
            "K-1 y K-2 ajustan solo por medio de quien pidió la visa K. Sesay (2011-03-17): el matrimonio no tiene que "
            "durar. Le (2011-06-23): K-2 menor de 21 años al ser admitido. Akram (2012): K-4 solo por medio del "
            "peticionario.",
        ),
        t(
            "Conditional parole (INA 236(a)) is not parole: Castillo-Padilla (2010), and the Ninth, Third and Second "
            "Circuits. Q. Li (2025-05-15) and Roque-Izada (2025) narrow release papers read as parole.",
            "El parole condicional (INA 236(a)) no es parole: Castillo-Padilla (2010), y los Circuitos Noveno, "
            "Tercero y Segundo. Q. Li (2025-05-15) y Roque-Izada (2025) limitan que papeles de liberación se lean "
            "como parole.",
        ),
        t(
            "Parole counts even if it has expired or was later ended; a grant of TPS after 2021-06-07 never counts by "
            "itself (Sanchez v. Mayorkas).",
            "El parole cuenta aunque haya vencido o se haya terminado después; una concesión de TPS posterior al "
            "2021-06-07 nunca cuenta por sí sola (Sanchez v. Mayorkas).",
        ),
        t(
            "An entry by being waved through is an admission if procedurally regular (Quilantan, 2010-07-28; "
            "Tula-Rubio, 5th Cir. 2015; Saldivar, 9th Cir. 2017).",
            "Entrar porque le dejaron pasar es una admisión si fue regular en el procedimiento (Quilantan, 2010-07-28; "
            "Tula-Rubio, 5.º Cir. 2015; Saldivar, 9.º Cir. 2017).",
        ),
    ),
    verified=(
        "https://www.usvisanet.com/blog/2026/05/uscis-issues-major-policy-memo-on-adjustment-of-status-what-applicants-need-to-know/",
        "https://nepyork.com/2025/07/09/eoir-instructs-immigration-courts-and-bia-to-enforce-asylum-and-other-application-fees-pending-regulatory-updates",
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
    ),
    confidence="high",
)
