"""Recalendaring: an administratively closed case goes back on the court's calendar."""

from nolle.facts import case
from nolle.law.pathway import Pathway, proof, t
from nolle.logic import Group, all_of, any_of, element, not_, settled, version, versions
from nolle.logic.rule import CIRCUITS

from .closure_criteria import (
    ARCOS_SANCHEZ,
    AVETISYAN,
    BOARD_RULE,
    CASTRO_TUM,
    CRUZ_VALDEZ,
    GUTIERREZ,
    MEZA_MORALES,
    ROMERO,
    RULE,
    RULE_2020,
    RULE_COMMENT,
    RULE_PAGE,
    WYU,
)
from .shared_cautions import unlikely_outside_relief

closed_now = element(
    "closed_now",
    "The case is administratively closed",
    es="El caso está en cierre administrativo",
    that=case.administratively_closed,
    cite=RULE,
    pin="8 CFR 1003.18(c)(2), (c)(3)(ii)",
)


def motion(name: str, *, cite: str | tuple[str, ...], pin: str) -> Group:
    """A motion to recalendar, under the authority of one period or circuit.

    Either side may file one, and no fact says who will: none pending is not known to be none.
    """
    return any_of(
        f"motion_{name}",
        "A side has asked to recalendar, or may still ask",
        element(
            f"motion_pending_{name}",
            "A side has asked to recalendar",
            es="Una de las partes pidió reactivar el caso",
            that=case.recalendar_motion_pending,
            by="counsel",
            cite=cite,
            pin=pin,
        ),
        settled(
            f"motion_may_be_filed_{name}",
            "Where no motion is pending, counsel or DHS may still file one",
            es="Si no hay moción pendiente, el abogado o DHS todavía puede presentarla",
            answer=None,
            cite=cite,
            pin=pin,
        ),
        es="Una de las partes pidió reactivar el caso, o todavía puede pedirlo",
    )


must_recalendar = all_of(
    "must_recalendar",
    "On the motion of either side, unless a rule or settlement named the closure",
    motion("castro_tum", cite=CASTRO_TUM, pin="Castro-Tum: motion of either party"),
    not_(
        "closure_not_named",
        "No rule or settlement names the closure",
        element(
            "closure_named",
            "A regulation or a court-approved settlement itself names closure for this case",
            es="Un reglamento, o un acuerdo aprobado por una corte, menciona el cierre para este caso",
            that=case.closure_regulatory_basis.is_in(
                "abc_or_nacara_203",
                "nacara_202_or_hrifa",
                "indochinese_1245_21",
                "v_nonimmigrant",
                "t_nonimmigrant",
                "settlement",
                "other_regulation",
            ),
            by="judgement",
            cite=CASTRO_TUM,
            pin="Castro-Tum: closure named by rule or settlement stays",
        ),
        es="Ninguna regla ni acuerdo menciona el cierre",
    ),
    es="A moción de cualquiera de las partes, salvo que una regla o un acuerdo mencione el cierre",
    cite=CASTRO_TUM,
)

fourth_circuit = motion("ca4", cite=(ROMERO, AVETISYAN), pin="Romero v. Barr, 937 F.3d 282")
seventh_circuit = motion("ca7", cite=(MEZA_MORALES, AVETISYAN), pin="Meza Morales v. Barr, 973 F.3d 656")

recalendaring_standard = versions(
    "recalendaring_standard",
    "The standard for recalendaring on the date of decision",
    version(
        "pre_2012",
        since="1990-01-01",
        until="2012-01-30",
        en="The motion of either side is enough",
        es="Basta la moción de cualquiera de las partes",
        that=motion("pre_2012", cite=GUTIERREZ, pin="Gutierrez-Lopez, 21 I&N Dec. 479"),
        cite=GUTIERREZ,
        pin="Gutierrez-Lopez",
    ),
    version(
        "avetisyan_2012",
        since="2012-01-31",
        until="2018-05-16",
        en="The Avetisyan factors are weighed; from 2017-04-18, is there a persuasive reason to proceed?",
        es="Se valoran los factores de Avetisyan; desde el 2017-04-18, ¿hay una razón convincente para seguir?",
        that=motion("avetisyan", cite=AVETISYAN, pin="Avetisyan; W-Y-U- from 2017-04-18"),
        cite=(AVETISYAN, WYU),
        pin="Avetisyan; W-Y-U-",
        confidence="high",
    ),
    version(
        "castro_tum_2018",
        since="2018-05-17",
        until="2021-07-14",
        en="Must recalendar on the motion of either side, unless a rule or settlement named the closure",
        es="Debe reactivarse a moción de cualquiera de las partes, salvo cierre mencionado por una regla o un acuerdo",
        that=must_recalendar,
        cite=CASTRO_TUM,
        pin="Castro-Tum",
        outcome="mandatory_on_motion",
        note=t(
            "There was no mass recalendaring order; DHS moved case by case.",
            "No hubo una orden de reactivación masiva; DHS presentó mociones caso por caso.",
        ),
        verified="https://www.aila.org/infonet/matter-of-castro-tum-27-in-dec-271-ag-2018",
        confidence="high",
    ),
    version(
        "castro_tum_ca4",
        since="2019-08-29",
        until="2021-01-14",
        circuits="4",
        en="Fourth Circuit: the Avetisyan factors",
        es="Cuarto Circuito: los factores de Avetisyan",
        that=fourth_circuit,
        cite=(ROMERO, AVETISYAN),
    ),
    version(
        "castro_tum_ca7",
        since="2020-06-26",
        until="2021-01-14",
        circuits="7",
        en="Seventh Circuit: the Avetisyan factors",
        es="Séptimo Circuito: los factores de Avetisyan",
        that=seventh_circuit,
        cite=(MEZA_MORALES, AVETISYAN),
    ),
    version(
        "rule_2020",
        since="2021-01-15",
        until="2021-03-09",
        # In every circuit by name, so that it comes before circuit law.
        circuits=tuple(sorted(CIRCUITS)),
        en="The 2020 rule",
        es="La regla de 2020",
        that=must_recalendar,
        cite=(RULE_2020, CASTRO_TUM),
    ),
    version(
        "castro_tum_ca4_b",
        since="2021-03-10",
        until="2021-07-14",
        circuits="4",
        en="Fourth Circuit again, with the 2020 rule stayed",
        es="De nuevo el Cuarto Circuito, con la regla de 2020 suspendida",
        that=fourth_circuit,
        cite=(ROMERO, AVETISYAN),
    ),
    version(
        "castro_tum_ca7_b",
        since="2021-03-10",
        until="2021-07-14",
        circuits="7",
        en="Seventh Circuit again, with the 2020 rule stayed",
        es="De nuevo el Séptimo Circuito, con la regla de 2020 suspendida",
        that=seventh_circuit,
        cite=(MEZA_MORALES, AVETISYAN),
    ),
    version(
        "castro_tum_ca3",
        since="2021-05-05",
        until="2021-07-14",
        circuits="3",
        en="Third Circuit: the Avetisyan factors",
        es="Tercer Circuito: los factores de Avetisyan",
        that=motion("ca3", cite=(ARCOS_SANCHEZ, AVETISYAN), pin="Arcos Sanchez, 997 F.3d 113"),
        cite=(ARCOS_SANCHEZ, AVETISYAN),
    ),
    version(
        "cruz_valdez_2021",
        since="2021-07-15",
        until="2024-07-28",
        en="The Avetisyan and W-Y-U- factors",
        es="Los factores de Avetisyan y W-Y-U-",
        that=motion("cruz_valdez", cite=(CRUZ_VALDEZ, AVETISYAN), pin="Cruz-Valdez, 28 I&N Dec. 326"),
        cite=(CRUZ_VALDEZ, AVETISYAN, WYU),
        pin="Cruz-Valdez",
        note=t(
            "Sixth Circuit: look at the purpose of the closure (Garcia-DeLeon).",
            "Sexto Circuito: revise el propósito del cierre (Garcia-DeLeon).",
        ),
        confidence="high",
    ),
    version(
        "rule_2024",
        since="2024-07-29",
        en="The factors of the regulation for recalendaring",
        es="Los factores del reglamento para reactivar el caso",
        that=any_of(
            "rule_2024",
            "An agreed motion, or a motion of one side that is weighed",
            element(
                "agreed_motion",
                "DHS joins the motion, or says that it does not oppose",
                es="DHS se une a la moción, o dice que no se opone",
                that=case.opla_position.is_in("joins", "affirmative_non_opposition"),
                by="opla",
                cite=RULE,
                pin="8 CFR 1003.18(c)(3)",
                verified=RULE_COMMENT,
            ),
            motion("rule_2024", cite=RULE, pin="8 CFR 1003.18(c)(2)"),
            es="Una moción acordada, o una moción de una parte que se valora",
        ),
        cite=(RULE, BOARD_RULE),
        pin="8 CFR 1003.18(c)(3)(ii)",
        standard=t(
            "reason sought; basis of opposition; time since closure; petition filed, how long ago, still pending; "
            "result of a decided petition; likelihood of success if pending; ultimate outcome; detention",
            "motivo; fundamento de la oposición; tiempo desde el cierre; petición presentada, hace cuánto, si sigue "
            "pendiente; resultado de una petición decidida; probabilidad de éxito si está pendiente; resultado final; "
            "detención",
        ),
        confidence="high",
    ),
    es="El criterio para reactivar el caso en la fecha de la decisión",
)

PATHWAY = Pathway(
    id="recalendaring",
    name=t(
        "Recalendaring an administratively closed case",
        "Reactivación de un caso en cierre administrativo (recalendaring)",
    ),
    family="discretion",
    gives=t(
        "Puts the case back on the calendar. Used by a respondent who is ready for a grant on the merits, or by DHS.",
        "Devuelve el caso al calendario. Lo usa quien está listo para que le concedan el fondo del caso, o DHS.",
    ),
    does_not_give=(t("It is not relief.", "No es un beneficio migratorio."),),
    decided_by=t(
        "Immigration judge; Board of Immigration Appeals",
        "Juez de inmigración; Junta de Apelaciones de Inmigración",
    ),
    forum=t("EOIR", "EOIR"),
    forms=(t("Motion to recalendar; response", "Moción para reactivar el caso; respuesta"),),
    authority=("8 CFR 1003.18(c)(2),(c)(3)(ii)", "8 CFR 1003.1(l)(3)(ii)"),
    cites=(RULE, BOARD_RULE),
    related=("eoir-pm-25-29", CRUZ_VALDEZ, CASTRO_TUM),
    elements=all_of(
        "elements",
        "Recalendaring",
        closed_now,
        recalendaring_standard,
        es="Reactivación del caso",
    ),
    weighed=(
        t("Why recalendaring is sought.", "Por qué se pide reactivar el caso."),
        t("The basis of any opposition.", "El fundamento de cualquier oposición."),
        t("The time since closure.", "El tiempo transcurrido desde el cierre."),
        t(
            "Whether the petition that justified closure was filed, how long ago, and whether it is still pending.",
            "Si se presentó la petición que justificó el cierre, hace cuánto, y si sigue pendiente.",
        ),
        t("The result of any decided petition.", "El resultado de cualquier petición ya decidida."),
        t("Its likelihood of success, if pending.", "Su probabilidad de éxito, si está pendiente."),
        t("The outcome expected in the end.", "El resultado que se espera al final."),
        t("Detention.", "La detención."),
        t(
            "How likely the relief outside court is, as counsel sees it.",
            "Qué tan probable es el beneficio fuera de la corte, a juicio del abogado.",
        ),
    ),
    evidence=(
        proof(
            t("Proof that the petition is pending or approved", "Prueba de que la petición está pendiente o aprobada"),
            t("the factors that are weighed", "los factores que se valoran"),
            "rule_2024",
        ),
        proof(
            t("Proof of diligence while closed", "Prueba de diligencia durante el cierre"),
            t("who is responsible for delay", "quién es responsable de la demora"),
            "rule_2024",
        ),
    ),
    time_limits=(
        t(
            "Time to respond: the local order or the Practice Manual (commonly 10 days from service; verify). Set an "
            "alert on the day of service.",
            "Plazo para responder: la orden local o el Manual de Práctica (por lo común 10 días desde la notificación; "
            "verifique). Ponga una alerta el día de la notificación.",
        ),
    ),
    on_grant=(
        t(
            "Ends the chance of an I-601A that has not been filed; ask for a status conference; renew biometrics.",
            "Pone fin a la posibilidad de un I-601A que no se haya presentado; pida una audiencia de seguimiento; "
            "renueve los datos biométricos.",
        ),
    ),
    on_denial=(t("The case stays closed.", "El caso sigue en cierre."),),
    beside_discretion=t(
        "Ask OPLA to hold or withdraw a motion to recalendar as a form of discretion; show that the outside path "
        "is moving.",
        "Pida a OPLA que detenga o retire una moción para reactivar el caso, como forma de discreción; muestre que el "
        "trámite externo avanza.",
    ),
    cautions=(unlikely_outside_relief,),
    verified=(RULE_PAGE,),
    confidence="medium",
)
