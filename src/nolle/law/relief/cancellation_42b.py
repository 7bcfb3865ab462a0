"""Cancellation of removal for people who are not permanent residents (42B), INA 240A(b)(1)."""

from nolle.facts import case, derived, lpr, person, relative
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import all_of, element

from .adjustment import EQUITIES, US_CODE, ten_year_bars, weak_equities
from .barring_convictions import CORTEZ_CANALES, GARCIA_HERNANDEZ, criminal_bar
from .cancellation import BARS, STATUTE_PAGE, STOP_TIME, in_proceedings
from .cancellation import STATUTE_42B as STATUTE
from .presence_breaks import no_absence_over_90_days, no_break_by_process, no_more_than_180_days_away
from .qualifying_relatives import RELATIONSHIPS, child, qualifying_relative_hardship, stepchild
from .stop_time import BERMUDEZ_COTA, PEREIRA, ten_years_of_presence, tenth_anniversary

good_moral_character = element(
    "good_moral_character",
    "No bar to good moral character in the ten years",
    es="Sin impedimento de buena conducta moral en los diez años",
    that=~person.gmc_bar_101f,
    by="judgement",
    cite=(STATUTE, "ina-101f"),
    pin="INA 240A(b)(1)(B)",
    note=t(
        "The ten years run back from the final administrative decision (Ortega-Cabrera). Two or more convictions for "
        "drunk driving in that time raise a presumption against it (Castillo-Perez, from 2019-10-25).",
        "Los diez años se cuentan hacia atrás desde la decisión administrativa final (Ortega-Cabrera). Dos o más "
        "condenas por conducir ebrio en ese tiempo crean una presunción en contra (Castillo-Perez, desde el "
        "2019-10-25).",
    ),
    verified=STATUTE_PAGE,
    confidence="high",
)

# Bars of INA 240A(c)

never_a_crewman = element(
    "never_a_crewman",
    "Never admitted as a crewman",
    es="Nunca se le admitió como tripulante",
    that=~person.ever_admitted_crewman,
    cite=STATUTE,
    pin="INA 240A(c)(1)",
    verified=US_CODE.format(329),
    confidence="high",
)

no_earlier_cancellation = element(
    "no_earlier_cancellation",
    "No cancellation or 212(c) relief before",
    es="Sin cancelación ni alivio 212(c) anteriores",
    that=~lpr.prior_cancellation,
    cite=(STATUTE, STOP_TIME),
    pin="INA 240A(c)",
)

not_a_persecutor = element(
    "not_a_persecutor",
    "Took no part in persecuting others",
    es="No participó en la persecución de otras personas",
    that=~person.persecuted_others,
    by="judgement",
    cite=(STATUTE, STOP_TIME),
    pin="INA 240A(c)",
)

COURT_ONLY = t(
    "Only the court can grant it: keep the case, and the work permit, alive.",
    "Solo la corte puede concederla: mantenga vivos el caso y el permiso de trabajo.",
)
ENDS_WITH_THE_CASE = t(
    "Relief that only the court can grant, and the (c)(10) work permit, end with the case.",
    "El alivio que solo la corte puede conceder y el permiso de trabajo (c)(10) terminan con el caso.",
)

PATHWAY = Pathway(
    id="cancellation_42b",
    name=t(
        "Cancellation for non-permanent residents (42B)",
        "Cancelación de la expulsión para quienes no son residentes permanentes (42B)",
    ),
    family="relief",
    gives=t(
        "Permanent residence, within the yearly cap.",
        "La residencia permanente, dentro del tope anual.",
    ),
    does_not_give=(
        t(
            "The cap is 4,000 a year: those granted wait in line.",
            "El tope es de 4,000 al año: quienes la obtienen esperan su turno.",
        ),
        t("Only the court can grant it.", "Solo la corte puede concederla."),
    ),
    decided_by=t("The immigration judge.", "El juez de inmigración."),
    forum=t("Immigration court", "Tribunal de inmigración"),
    forms=(t("Form EOIR-42B", "Formulario EOIR-42B"), t("Form I-765, (c)(10)", "Formulario I-765, (c)(10)")),
    authority=(
        "INA 240A(b)(1),(c),(d),(e)",
        "8 CFR 1240.20-1240.21",
        "Pereira v. Sessions, 585 U.S. 198 (2018)",
        "Niz-Chavez v. Garland, 593 U.S. 155 (2021)",
        "Wilkinson v. Garland, 601 U.S. 209 (2024)",
        "Matter of Monreal-Aguinaga, 23 I&N Dec. 56 (BIA 2001)",
        "Matter of Recinas, 23 I&N Dec. 467 (BIA 2002)",
        "Matter of Isidro-Zamorano, 25 I&N Dec. 829 (BIA 2012)",
        "Matter of Ortega-Cabrera, 23 I&N Dec. 793 (BIA 2005)",
    ),
    cites=(
        STATUTE,
        STOP_TIME,
        "8-cfr-1240-20-21-cancellation",
        PEREIRA,
        "niz-chavez-2021",
        "wilkinson-v-garland-2024",
        "matter-of-monreal-aguinaga",
        "matter-of-recinas",
        "matter-of-isidro-zamorano",
        "matter-of-ortega-cabrera",
        "8-cfr-1003-14",
        "ina-101f",
        "ina-212a-grounds",
        RELATIONSHIPS,
        "ina-240b",
        "ina-240",
        "matter-of-marin",
        CORTEZ_CANALES,
    ),
    related=(
        "matter-of-camarillo",
        "matter-of-mendoza-hernandez",
        "guadalupe-v-ag-2020",
        "banuelos-v-barr-2020",
        "lopez-v-barr-2019",
        "garcia-romo-v-barr-2019",
        "yanez-pena-v-barr-2020",
        "campos-chaves-2024",
        "matter-of-chen-2023",
        "matter-of-mendoza-sandino",
        "matter-of-cisneros",
        "matter-of-ordaz",
        "matter-of-perez-1999",
        "matter-of-campos-torres",
        "matter-of-deanda-romo",
        GARCIA_HERNANDEZ,
        "matter-of-pedroza",
        "matter-of-ortega-lopez-2018",
        "lozano-arredondo-2017",
        "ortega-lopez-v-barr-2020",
        "matter-of-romalez",
        "matter-of-avilez",
        "matter-of-castrejon-colino",
        "matter-of-garcia-ramirez",
        "rosario-mijangos-2013",
        "ibarra-flores-2006",
        "reyes-sanchez-v-holder-2011",
        "matter-of-andazola",
        "matter-of-calderon-hernandez",
        "matter-of-j-j-g",
        "matter-of-buri-mora",
        "matter-of-castillo-perez",
        "matter-of-bautista-gomez",
        "matter-of-portillo-gutierrez",
        "matter-of-morales-2010",
        "diaz-arellano-2024",
        "mendez-garcia-v-lynch-2016",
        "martinez-perez-v-barr-2020",
        BERMUDEZ_COTA,
    ),
    elements=all_of(
        "elements",
        "Cancellation for non-permanent residents",
        in_proceedings,
        ten_years_of_presence,
        no_absence_over_90_days,
        no_more_than_180_days_away,
        no_break_by_process,
        good_moral_character,
        criminal_bar,
        qualifying_relative_hardship,
        ten_year_bars,
        never_a_crewman,
        no_earlier_cancellation,
        not_a_persecutor,
        es="Cancelación de la expulsión para quienes no son residentes permanentes",
    ),
    bars=BARS,
    weighed=(
        t(
            "The balance of all the facts, as in Matter of Marin.",
            "El balance de todos los hechos, como en Matter of Marin.",
        ),
        EQUITIES,
    ),
    evidence=(
        proof(
            t("A grid of presence, year by year", "Una tabla de presencia, año por año"),
            t("the ten years", "los diez años"),
            "ten_years_of_presence",
            "no_absence_over_90_days",
            "no_more_than_180_days_away",
            "no_break_by_process",
        ),
        proof(
            t(
                "School, medical and therapy records of the relatives",
                "Registros escolares, médicos y de terapia de los familiares",
            ),
            t("the hardship", "la dificultad"),
            "hardship_to_spouse_or_parent",
            "hardship_to_child",
            "hardship_to_step_relative",
        ),
        proof(
            t(
                "Taxes, letters and criminal court dispositions",
                "Impuestos, cartas y resoluciones de las cortes penales",
            ),
            t("good moral character, and discretion", "la buena conducta moral, y la discreción"),
            "good_moral_character",
            "criminal_bar",
        ),
        proof(
            t("A copy of the Notice to Appear", "Una copia del Aviso de Comparecencia (NTA)"),
            t("when the time stopped", "cuándo se detuvo el tiempo"),
            "ten_years_of_presence",
        ),
    ),
    time_limits=(
        t(
            "A child who is the qualifying relative must be under 21 and unmarried on the day of decision "
            "(Isidro-Zamorano): look two years ahead.",
            "El hijo que es el familiar que cuenta debe ser menor de 21 años y soltero el día de la decisión "
            "(Isidro-Zamorano): revise con dos años de anticipación.",
        ),
        t(
            "The tenth anniversary is set against the day the Notice to Appear was served.",
            "El décimo aniversario se compara con el día en que se entregó el Aviso de Comparecencia (NTA).",
        ),
        t(
            "The yearly cap: after it is met, decisions are held back.",
            "El tope anual: cuando se alcanza, las decisiones se reservan.",
        ),
    ),
    clocks=(
        clock(
            "bia_appeal_10",
            "The Board receives the notice of appeal (EOIR-26): work to this date",
            "La Junta recibe el aviso de apelación (EOIR-26): trabaje con esta fecha",
            due=case.ij_decision_on.plus(days=10),
            cite=("8-cfr-1003-38-appeals", "eoir-2026-bia-ifr"),
            pin="8 CFR 1003.38",
            note=t(
                "The text printed in 2026 says 10 days; that rule was partly vacated. The notice must be received, "
                "not mailed.",
                "El texto impreso en 2026 dice 10 días; esa regla fue anulada en parte. El aviso debe recibirse, no "
                "solo enviarse.",
            ),
            confidence="high",
        ),
        clock(
            "bia_appeal_30",
            "The Board receives the notice of appeal (EOIR-26): the 30 days in operation",
            "La Junta recibe el aviso de apelación (EOIR-26): los 30 días que se aplican",
            due=case.ij_decision_on.plus(days=30),
            cite=("8-cfr-1003-38-appeals", "eoir-2026-bia-ifr"),
            pin="8 CFR 1003.38",
            note=t("Received, not mailed.", "Debe recibirse, no solo enviarse."),
            confidence="high",
        ),
        clock(
            "ten_year_42b",
            "Ten years of presence are complete",
            "Se cumplen diez años de presencia",
            due=tenth_anniversary.only_if(
                tenth_anniversary <= derived.stop_time_date.if_absent(tenth_anniversary),
            ),
            cite=(STATUTE, STOP_TIME),
            pin="INA 240A(b)(1)(A), (d)(1)",
            note=t("If the time has not stopped before.", "Si el tiempo no se detuvo antes."),
            confidence="high",
        ),
        clock(
            "qr_child_21",
            "Last day a qualifying child is under 21",
            "Último día en que un hijo que cuenta es menor de 21 años",
            due=relative.earliest(relative.birth_date.plus(years=21), where=child | stepchild).minus(days=1),
            cite="matter-of-isidro-zamorano",
            pin="Isidro-Zamorano, 25 I&N Dec. 829",
            note=t(
                "The first of the citizen or resident children to reach 21; each later child has a day of its own.",
                "El primero de los hijos ciudadanos o residentes en cumplir 21 años; cada hijo siguiente tiene su "
                "propia fecha.",
            ),
            confidence="high",
        ),
    ),
    on_grant=(
        t(
            "Permanent residence from the day a number is used.",
            "Residencia permanente desde el día en que se usa un número.",
        ),
    ),
    on_denial=(
        t(
            "Appeal; the courts of appeals can review hardship as a mixed question of law and fact (Wilkinson).",
            "Apelación; las cortes de apelaciones pueden revisar la dificultad como cuestión mixta de derecho y de "
            "hecho (Wilkinson).",
        ),
    ),
    risks=(
        t(
            "Dismissal gives it up, with the (c)(10) work permit.",
            "La desestimación la hace perder, junto con el permiso de trabajo (c)(10).",
        ),
    ),
    beside_discretion=t(
        "Do NOT accept dismissal without advice. The best uses of discretion: OPLA stipulates to elements, waives "
        "appeal, or agrees to closure, which keeps the work permit.",
        "NO acepte la desestimación sin asesoría. Los mejores usos de la discreción: que OPLA estipule requisitos, "
        "renuncie a apelar o acepte el cierre administrativo, que conserva el permiso de trabajo.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "poor", ENDS_WITH_THE_CASE),
        fits("termination", "poor", ENDS_WITH_THE_CASE),
        fits("administrative_closure", "good", COURT_ONLY),
        fits("stipulation_or_nonopposition", "good", COURT_ONLY),
        fits("joint_mtr_if_final_order", "possible", COURT_ONLY),
    ),
    history=(
        t(
            "The line on hardship: Monreal (2001), Andazola (2002), Recinas (2002), Calderon-Hernandez (2012), J-J-G- "
            "(2020), Wilkinson (2024-03-19: a mixed question that courts can review), Buri Mora (2025).",
            "La línea sobre la dificultad: Monreal (2001), Andazola (2002), Recinas (2002), Calderon-Hernandez (2012), "
            "J-J-G- (2020), Wilkinson (2024-03-19: cuestión mixta que las cortes pueden revisar), Buri Mora (2025).",
        ),
        t(
            "A qualifying child must be under 21 at the final decision: Isidro-Zamorano (2012-06-15), upheld in the "
            "Ninth Circuit (2016) and the Eleventh (2024-10-29: the statute is clear); undue delay by the agency is "
            "left open (Tenth Circuit: Martinez-Perez, 2020).",
            "El hijo que cuenta debe ser menor de 21 años en la decisión final: Isidro-Zamorano (2012-06-15), "
            "confirmado en el Noveno Circuito (2016) y el Undécimo (2024-10-29: la ley es clara); la demora indebida "
            "de la agencia queda abierta (Décimo Circuito: Martinez-Perez, 2020).",
        ),
        t(
            "Absences over 90 days, or 180 days in all, break presence: INA 240A(d)(2). Only VAWA cancellation has a "
            "waiver.",
            "Las ausencias de más de 90 días, o de 180 días en total, interrumpen la presencia: INA 240A(d)(2). Solo "
            "la cancelación VAWA tiene una dispensa.",
        ),
        t(
            "An offense stops the time only if INA 212(a)(2) refers to it: firearms do not (Campos-Torres); one petty "
            "crime of moral turpitude does not (Deanda-Romo), a second such crime does.",
            "Un delito detiene el tiempo solo si INA 212(a)(2) lo menciona: los de armas no (Campos-Torres); un delito "
            "menor de bajeza moral no (Deanda-Romo), un segundo delito de ese tipo sí.",
        ),
        t(
            "The cap of 4,000 grants a year (INA 240A(e); 8 CFR 1240.21(c)) makes a waiting list and never closes this "
            "pathway. Since 2018-01-04 denials may issue after the cap is met.",
            "El tope de 4,000 concesiones al año (INA 240A(e); 8 CFR 1240.21(c)) crea una lista de espera y nunca "
            "cierra esta vía. Desde el 2018-01-04 pueden emitirse denegaciones después de alcanzado el tope.",
        ),
    ),
    verified=("http://federal.elaws.us/fr/12/5/2017/2017-26104",),
    confidence="high",
)
