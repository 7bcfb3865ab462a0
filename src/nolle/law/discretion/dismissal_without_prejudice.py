"""Dismissal of removal proceedings without prejudice, on the government's own motion (8 CFR 239.2, 1239.2)."""

from nolle.facts import case, person
from nolle.law.pathway import Pathway, caution, proof, t
from nolle.logic import all_of, any_of, element, version, versions

FILING = "8-cfr-1003-14"
GROUNDS = "8-cfr-239-2a"
RULE = "8-cfr-1239-2"
OLD_RULE = "8-cfr-1239-2-pre2024"
GNC = "matter-of-g-n-c"
FERREIRA = "matter-of-h-n-ferreira"

DISMISSAL_PAGE = "https://kononenko.law/motion-to-dismiss"
FERREIRA_PAGE = (
    "https://www.cliniclegal.org/resources/removal-proceedings/bia-provides-guidance-opposing-ice-motions-dismiss"
)
TERMINATION_V_DISMISSAL_PAGE = "https://cilacademy.org/2024/04/02/termination-v-dismissal-in-removal-proceedings/"

# A case before the court. The other pathways that need one name this same rule.

nta_filed_with_court = any_of(
    "nta_filed_with_court",
    "The Notice to Appear (NTA) was filed with the court",
    element(
        "nta_filing_date_known",
        "The day the Notice to Appear (NTA) was filed is known",
        es="Se conoce el día en que se presentó el Aviso de Comparecencia (NTA)",
        that=case.nta_filed_on.is_known,
        by="counsel",
        cite=FILING,
        pin="8 CFR 1003.14(a); 1239.1(a)",
        note=t(
            "Before filing with the court, DHS may cancel its own NTA (239.2(a)-(b)); after filing it must move.",
            "Antes de presentarlo en la corte, DHS puede cancelar su propio NTA (239.2(a)-(b)); después debe pedirlo "
            "con una moción.",
        ),
        confidence="high",
    ),
    element(
        "nta_filed",
        "The NTA was filed, on a day that may not be known",
        es="El NTA se presentó, aunque no se sepa qué día",
        that=case.nta_filed,
        by="counsel",
        cite=FILING,
        pin="8 CFR 1003.14(a)",
        confidence="high",
    ),
    es="El Aviso de Comparecencia (NTA) se presentó en la corte",
)

court_case_open = all_of(
    "court_case_open",
    "There is a removal case before the immigration court",
    element(
        "in_removal_proceedings",
        "In removal proceedings",
        es="Está en proceso de deportación",
        that=case.in_removal_proceedings,
        cite=FILING,
        pin="8 CFR 1003.14(a)",
        confidence="high",
    ),
    nta_filed_with_court,
    es="Hay un caso de deportación ante la corte de inmigración",
)

# The motion is the government's

government_motion = any_of(
    "government_motion",
    "The government moves to dismiss",
    element(
        "dhs_moved",
        "DHS moved to dismiss",
        es="DHS presentó una moción de desestimación",
        that=case.dhs_moved_to_dismiss,
        by="opla",
        cite=RULE,
        pin="8 CFR 1239.2(c)",
        note=t(
            "Only DHS counsel or an officer listed in 239.1(a) may move under this rule; a respondent asks "
            "OPLA to move or seeks termination instead.",
            "Solo el abogado de DHS o un funcionario de la lista de 239.1(a) puede pedirlo con esta regla; "
            "la persona le pide a OPLA que presente la moción, o busca la terminación.",
        ),
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    element(
        "opla_joins",
        "OPLA joins our request",
        es="OPLA se une a nuestra solicitud",
        that=case.opla_position == "joins",
        by="opla",
        cite=(RULE, GROUNDS),
        pin="8 CFR 1239.2(c)",
        note=t("Prosecutorial discretion practice.", "Práctica de discreción procesal."),
        verified=TERMINATION_V_DISMISSAL_PAGE,
        confidence="high",
    ),
    es="El gobierno pide la desestimación",
)

# The grounds

listed_ground = any_of(
    "listed_ground",
    "A ground listed in 8 CFR 239.2(a)",
    element(
        "us_citizen",
        "(1) A United States citizen or national",
        es="(1) Es ciudadano o nacional de Estados Unidos",
        that=person.us_citizen_confirmed,
        by="counsel",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(1)",
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    element(
        "charge_not_sustained",
        "(2) Not deportable or inadmissible: the judge did not sustain the charge",
        es="(2) No es deportable ni inadmisible: el juez no sostuvo el cargo",
        that=case.charge_sustained == "not_sustained",
        by="ij",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(2)",
        note=t(
            "The regulation speaks of not being deportable or inadmissible.",
            "El reglamento habla de no ser deportable ni inadmisible.",
        ),
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    element(
        "not_in_the_us",
        "(4) Not in the United States",
        es="(4) No está en Estados Unidos",
        that=~person.in_us_now,
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(4)",
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    element(
        "improvidently_issued",
        "(6) The NTA was improvidently issued",
        es="(6) El NTA se emitió de manera indebida",
        that=case.nta_improvidently_issued,
        by="judgement",
        cite=GROUNDS,
        pin="8 CFR 239.2(a)(6)",
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    element(
        "changed_circumstances",
        "(7) Circumstances changed: going on is no longer in the best interest of the government",
        es="(7) Las circunstancias cambiaron: seguir ya no conviene al gobierno",
        that=case.changed_circumstances_since_nta,
        by="judgement",
        cite=(GROUNDS, "matter-of-andrade-jaso"),
        pin="8 CFR 239.2(a)(7)",
        note=t(
            "The usual ground in prosecutorial discretion.",
            "La causa habitual en la discreción procesal.",
        ),
        verified=DISMISSAL_PAGE,
        confidence="high",
    ),
    es="Una causa de la lista de 8 CFR 239.2(a)",
    cite=(GROUNDS, "8-cfr-239-2c"),
    note=t(
        "The list also has (3) death and (5) an NTA for a late I-751 whose lateness was excused.",
        "La lista incluye además (3) la muerte y (5) un NTA por un I-751 tardío cuya tardanza se disculpó.",
    ),
)

ground_on_decision_date = versions(
    "ground_on_decision_date",
    "A ground for dismissal, as the law stood on the day of decision",
    version(
        "pre_g_n_c",
        since="1997-04-01",
        until="1998-09-16",
        that=listed_ground,
        cite=(GROUNDS, "8-cfr-239-2c"),
        pin="8 CFR 239.2",
    ),
    version(
        "g_n_c_1998",
        since="1998-09-17",
        until="2018-09-17",
        en="The judge decides the motion after hearing both sides",
        es="El juez decide la moción después de oír a las dos partes",
        that=listed_ground,
        cite=(GNC, GROUNDS, OLD_RULE),
        pin="Matter of G-N-C-, 22 I&N Dec. 281",
        standard=t(
            "A listed 239.2(a) ground. The judge weighs the motion and the opposition. Dismissal is without "
            "prejudice unless said otherwise (239.2(c)).",
            "Una causa de la lista de 239.2(a). El juez pesa la moción y la oposición. La desestimación es sin "
            "perjuicio salvo que se diga otra cosa (239.2(c)).",
        ),
        confidence="high",
    ),
    version(
        "s_o_g_2018",
        since="2018-09-18",
        until="2022-11-16",
        en="Once DHS shows a listed ground, the case is dismissed",
        es="Si DHS demuestra una causa de la lista, el caso se desestima",
        that=listed_ground,
        cite=("matter-of-s-o-g-f-d-b", OLD_RULE, GNC),
        pin="Matter of S-O-G- & F-D-B-, 27 I&N Dec. 462",
        standard=t(
            "A DHS motion on a listed ground, including improvident issue and best interest of the "
            "government. Once it is shown, dismissal is without prejudice.",
            "Una moción de DHS por una causa de la lista, incluso la emisión indebida y la conveniencia del "
            "gobierno. Una vez demostrada, la desestimación es sin perjuicio.",
        ),
        note=t(
            "Andrade Jaso (2019-05-31) upheld dismissal of an NTA obtained by filing a meritless asylum "
            "claim only to reach cancellation of removal (42B).",
            "Andrade Jaso (2019-05-31) confirmó la desestimación de un NTA obtenido con una solicitud de asilo sin "
            "mérito, presentada solo para llegar a la cancelación de la deportación (42B).",
        ),
        verified="https://cliniclegal.org/resources/removal-proceedings/attorney-general-restricts-immigration-judges-and-bias-power-dismiss",
        confidence="high",
    ),
    version(
        "coronado_2022",
        since="2022-11-17",
        until="2024-07-28",
        en="The judge decides the motion on the facts, not automatically",
        es="El juez decide la moción según los hechos, no de forma automática",
        that=listed_ground,
        cite=("matter-of-coronado-acevedo", OLD_RULE, GNC, FERREIRA),
        pin="Coronado Acevedo, 28 I&N Dec. 648; H. N. Ferreira, 28 I&N Dec. 765",
        verified=FERREIRA_PAGE,
        confidence="high",
    ),
    version(
        "rule_2024",
        since="2024-07-29",
        en="Only 239.2(a) grounds; a motion on any other ground is a motion to terminate",
        es="Solo las causas de 239.2(a); una moción por otra causa es una moción de terminación",
        that=listed_ground,
        cite=(RULE, GROUNDS, "8-cfr-1003-18d", GNC, FERREIRA),
        pin="8 CFR 1239.2(b)-(c)",
        note=t(
            "Limits on the DHS motion: the judge may deny it; dismissal so as to start expedited removal is "
            "contested; consent must be informed.",
            "Límites de la moción de DHS: el juez puede negarla; se discute la desestimación para iniciar la "
            "expulsión acelerada; el consentimiento debe ser informado.",
        ),
        confidence="high",
    ),
    es="Una causa de desestimación, según la ley vigente el día de la decisión",
)

PATHWAY = Pathway(
    id="dismissal_without_prejudice",
    name=t(
        "Dismissal of removal proceedings without prejudice (DHS motion)",
        "Desestimación sin perjuicio del proceso de deportación (moción de DHS)",
    ),
    family="discretion",
    gives=t(
        "Ends the court case without an order. The person can apply affirmatively with USCIS where USCIS has "
        "jurisdiction. DHS may file a new NTA later.",
        "Termina el caso en la corte sin una orden. La persona puede presentar su solicitud ante USCIS donde USCIS "
        "tenga jurisdicción. DHS puede presentar un nuevo NTA más adelante.",
    ),
    does_not_give=(
        t(
            "No status, no lawful presence by itself, no work permit of its own.",
            "No da estatus, ni por sí sola presencia legal, ni un permiso de trabajo propio.",
        ),
        t(
            "Ends any court-only claim (42A, 42B, judge review of an I-751 denial) and with it the (c)(10) "
            "work permit.",
            "Termina todo pedido que solo la corte puede decidir (42A, 42B, revisión por el juez de la "
            "denegación de un I-751) y con él el permiso de trabajo (c)(10).",
        ),
        t(
            "A defensive asylum application ends with the case; the (c)(8) basis for a work permit ends unless a new "
            "I-589 is pending with USCIS, and a new filing can face the one-year bar.",
            "La solicitud de asilo defensiva termina con el caso; la base (c)(8) del permiso de trabajo "
            "termina salvo que haya un nuevo I-589 pendiente ante USCIS, y una nueva solicitud puede toparse "
            "con el plazo de un año.",
        ),
        t(
            "Does not reset 42B time; a new compliant NTA would stop time later.",
            "No reinicia el tiempo para la 42B; un nuevo NTA que cumpla la ley detendría el tiempo después.",
        ),
        t(
            "Does not cure inadmissibility or unlawful presence (which may resume accruing).",
            "No corrige la inadmisibilidad ni la presencia ilegal (que puede volver a acumularse).",
        ),
    ),
    decided_by=t(
        "Immigration judge or BIA, on motion of DHS",
        "El juez de inmigración o la BIA, por moción de DHS",
    ),
    forum=t("EOIR", "EOIR"),
    forms=(
        t(
            "Written or oral motion by DHS; the respondent's request letter to OPLA; response or opposition",
            "Moción escrita u oral de DHS; carta de solicitud de la persona a OPLA; respuesta u oposición",
        ),
    ),
    authority=(
        "8 CFR 239.2(a),(c)",
        (
            "8 CFR 1239.2(b)-(c) (2024 text: a motion on a ground outside 239.2(a) is treated as a motion to "
            "terminate under 1003.18(d)/1003.1(m))"
        ),
        "Matter of G-N-C-, 22 I&N Dec. 281 (BIA 1998)",
        "Matter of Andrade Jaso & Carbajal Ayala, 27 I&N Dec. 557 (BIA 2019)",
        "Matter of H. N. Ferreira, 28 I&N Dec. 765 (BIA 2023)",
        "Matter of Coronado Acevedo, 28 I&N Dec. 648 (A.G. 2022)",
    ),
    cites=(
        GROUNDS,
        "8-cfr-239-2c",
        RULE,
        "8-cfr-1003-18d",
        "8-cfr-1003-1-lm",
        GNC,
        "matter-of-andrade-jaso",
        FERREIRA,
        "matter-of-coronado-acevedo",
        FILING,
        "icpm",
    ),
    related=(
        "matter-of-vizcarra-delgadillo",
        "matter-of-w-c-b",
        "matter-of-q-li",
        "matter-of-s-o-g-f-d-b",
        OLD_RULE,
        "morton-2010-08-20",
        "eoir-2025-05-30-email",
        "ice-courthouse-2025",
        "african-communities-together-v-lyons",
        "er-designation-2025",
        "uscis-asylum-refile-2023",
        "opla-2025-practice",
        "matter-of-sanchez-herbert",
    ),
    present_status=t(
        "Available. No current public OPLA memo invites it; case by case.",
        "Disponible. Ningún memorando público vigente de OPLA la ofrece; se decide caso por caso.",
    ),
    elements=all_of(
        "dismissal",
        "Dismissal without prejudice",
        court_case_open,
        government_motion,
        ground_on_decision_date,
        es="Desestimación sin perjuicio",
    ),
    bars=(
        t(
            "Not automatic: the judge must weigh facts and the respondent's interest (Ferreira; G-N-C-).",
            "No es automática: el juez debe pesar los hechos y el interés de la persona (Ferreira; G-N-C-).",
        ),
        t(
            "The respondent may oppose; consent must be informed.",
            "La persona puede oponerse; el consentimiento debe ser informado.",
        ),
    ),
    weighed=(
        t("The reason for the motion", "El motivo de la moción"),
        t(
            "The respondent's interest in relief that only the court can give",
            "El interés de la persona en un beneficio que solo la corte puede dar",
        ),
        t("Whether DHS intends expedited removal", "Si DHS piensa usar la expulsión acelerada"),
        t("Pending USCIS filings", "Solicitudes pendientes ante USCIS"),
    ),
    cautions=(
        caution(
            "informed_consent_first",
            "Hold: DHS moved to dismiss, and the client's informed consent is not on record. Neither join nor stay "
            "silent before the client has heard what ends with the case.",
            "Alto: DHS pidió la desestimación y no consta el consentimiento informado del cliente. No se una "
            "ni guarde silencio antes de que el cliente haya oído qué termina con el caso.",
            when=case.dhs_moved_to_dismiss & ~case.respondent_informed_consent_dismissal,
            cite=(FERREIRA, GNC),
        ),
    ),
    evidence=(
        proof(
            t("Request letter with index of exhibits", "Carta de solicitud con índice de pruebas"),
            t("equities and ground", "los factores a favor y la causa"),
            "opla_joins",
            "improvidently_issued",
            "changed_circumstances",
        ),
        proof(
            t("Approved I-130/I-360/I-918 notice", "Aviso de aprobación del I-130, I-360 o I-918"),
            t("changed circumstances", "el cambio de circunstancias"),
            "changed_circumstances",
        ),
        proof(
            t(
                "Proof of admission or parole, or of two years of presence",
                "Prueba de admisión o parole, o de dos años de presencia",
            ),
            t("defense against expedited removal", "la defensa contra la expulsión acelerada"),
        ),
        proof(
            t(
                "Client's signed acknowledgment of the consequences",
                "Constancia firmada por el cliente de que conoce las consecuencias",
            ),
            t("informed consent", "el consentimiento informado"),
        ),
    ),
    time_limits=(
        t(
            "Response to a written motion: time set by the judge or the Immigration Court Practice Manual (commonly "
            "10 days from service; verify).",
            "Respuesta a una moción escrita: el plazo que fije el juez o el Manual de Práctica de la Corte de "
            "Inmigración (por lo común 10 días desde la notificación; verifique).",
        ),
        t(
            "BIA appeal: show both 30 days (operative after the 2026-03-08 vacatur) and 10 days (still "
            "printed); work to day 10.",
            "Apelación ante la BIA: muestre ambos plazos, 30 días (vigente tras la anulación del 2026-03-08) "
            "y 10 días (todavía impreso); trabaje con el día 10.",
        ),
    ),
    on_grant=(
        t(
            "Review the work permit category the same day.",
            "Revise la categoría del permiso de trabajo el mismo día.",
        ),
        t(
            "Advise the client to carry proof of two years of continuous presence.",
            "Aconseje al cliente llevar consigo prueba de dos años de presencia continua.",
        ),
        t("File the affirmative application promptly.", "Presente pronto la solicitud ante USCIS."),
        t("Plan for a possible new NTA.", "Prevea un posible nuevo NTA."),
    ),
    on_denial=(
        t(
            "The case continues; preserve the objection for appeal.",
            "El caso continúa; deje constancia de la objeción para la apelación.",
        ),
    ),
    risks=(
        t(
            "Since May 2025 DHS has moved to dismiss so as to place people in expedited removal, sometimes "
            "with arrest at court; nationwide expanded expedited removal was restored by the D.C. Circuit on "
            "2026-06-23; the ICE courthouse-arrest policy was vacated by N.D. Cal. in June 2026 "
            "(appealable). The duty to attend stays: missing a hearing can bring an order of removal in "
            "absentia.",
            "Desde mayo de 2025 DHS ha pedido la desestimación para poner a personas en expulsión acelerada, "
            "a veces con arresto en la corte; el Circuito de D.C. restableció el 2026-06-23 la expulsión "
            "acelerada ampliada en todo el país; la política de ICE de arrestos en las cortes fue anulada "
            "por el tribunal N.D. Cal. en junio de 2026 (apelable). El deber de asistir sigue: faltar a una "
            "audiencia puede traer una orden de deportación en ausencia.",
        ),
    ),
    beside_discretion=t(
        "Suits a client with a fileable USCIS path (immediate relative adjustment after admission or parole, "
        "naturalization) and no better court relief. Poor fit for a pending strong 42B, for a worker who "
        "depends on a (c)(10) permit, or for anyone exposed to expedited removal.",
        "Conviene a quien tiene una vía que puede presentar ante USCIS (ajuste como familiar inmediato tras "
        "admisión o parole, naturalización) y nada mejor en la corte. No conviene con una 42B sólida "
        "pendiente, a quien depende de un permiso de trabajo (c)(10), ni a nadie expuesto a la expulsión "
        "acelerada.",
    ),
    exposure_first=True,
    verified=(
        DISMISSAL_PAGE,
        FERREIRA_PAGE,
        "https://immpolicytracking.org/policies/eoir-acting-deputy-director-withdraws-a-may-30-2025-email",
        TERMINATION_V_DISMISSAL_PAGE,
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
    ),
    confidence="high",
)
