"""An administrative stay of removal (Form I-246): ICE delays carrying out a final order."""

from nolle.facts import case, equity
from nolle.law.pathway import Pathway, caution, proof, t
from nolle.logic import all_of, element

STAY = "8-cfr-241-6-stay"

final_order = element(
    "final_order",
    "A final order of removal",
    es="Una orden final de deportación",
    that=case.final_order,
    cite=STAY,
    pin="8 CFR 241.6",
)

PATHWAY = Pathway(
    id="stay_of_removal_i246",
    name=t(
        "Administrative stay of removal (ICE Form I-246)",
        "Suspensión administrativa de la deportación (Formulario I-246 de ICE)",
    ),
    family="discretion",
    gives=t(
        "Delays physical removal, usually up to one year.",
        "Demora la deportación física, por lo común hasta un año.",
    ),
    does_not_give=(
        t("No status.", "No da estatus."),
        t("It is not an appeal.", "No es una apelación."),
        t(
            "A denial cannot be reviewed by a court (8 CFR 241.6(b)).",
            "Una corte no puede revisar la denegación (8 CFR 241.6(b)).",
        ),
    ),
    decided_by=t("ICE ERO Field Office Director", "Director de la oficina regional de ICE ERO"),
    forum=t("ICE", "ICE"),
    forms=(t("I-246 and fee; passport", "I-246 y tarifa; pasaporte"),),
    authority=("8 CFR 241.6", "8 CFR 212.5(c)", "INA 241(c)(2)", "INA 237(d) for prima facie T/U"),
    cites=(STAY, "8-cfr-212-5-parole", "ina-241c2", "ina-237d", "ina-240"),
    related=("matter-of-herrera-nunez", "ina-242g", "ice-11005-2-2019"),
    elements=all_of(
        "elements",
        "Administrative stay of removal",
        final_order,
        es="Suspensión administrativa de la deportación",
    ),
    weighed=(
        t(
            "Removal that is impossible or very unlikely: weighed, not required.",
            "Una deportación imposible o muy improbable: se valora, no se exige.",
        ),
        t(
            "Compelling humanitarian reasons: weighed, not required.",
            "Razones humanitarias de peso: se valoran, no se exigen.",
        ),
        t(
            "A prima facie finding on a T application (I-914): weighed, not required.",
            "Una determinación a primera vista sobre una solicitud T (I-914): se valora, no se exige.",
        ),
        t("A T application (I-914): weighed, not required.", "Una solicitud T (I-914): se valora, no se exige."),
        t(
            "A prima facie finding on a U petition (I-918): weighed, not required.",
            "Una determinación a primera vista sobre una petición U (I-918): se valora, no se exige.",
        ),
        t("A U petition (I-918): weighed, not required.", "Una petición U (I-918): se valora, no se exige."),
        t("A motion to reopen: weighed, not required.", "Una moción para reabrir: se valora, no se exige."),
        t(
            "A serious health condition: weighed, not required.",
            "Una condición de salud grave: se valora, no se exige.",
        ),
    ),
    evidence=(
        proof(
            t("Medical records", "Expedientes médicos"),
            t("humanitarian reasons", "razones humanitarias"),
        ),
        proof(
            t(
                "Receipts of a pending motion to reopen or petition",
                "Recibos de una moción para reabrir o de una petición pendiente",
            ),
            t("relief that is pending", "el beneficio que está pendiente"),
        ),
        proof(
            t("Copy of a valid passport", "Copia de un pasaporte vigente"),
            t("what the form requires", "lo que exige el formulario"),
        ),
        proof(
            t("Police certificates and court dispositions", "Certificados de policía y resoluciones judiciales"),
            t("safety", "la seguridad"),
        ),
        proof(
            t("Copy of the final order", "Copia de la orden final"),
            t("the final order", "la orden final"),
            "final_order",
        ),
    ),
    time_limits=(
        t(
            "Ask before any reporting date at which removal is expected. The duty to report stays.",
            "Pídala antes de cualquier fecha de presentación en que se espere la deportación. La obligación de "
            "presentarse sigue.",
        ),
        t(
            "Stays are automatic only for a motion to reopen an in absentia order under 240(b)(5)(C), and for some "
            "VAWA motions to reopen.",
            "La suspensión es automática solo para una moción para reabrir una orden en ausencia según 240(b)(5)(C), y "
            "para algunas mociones VAWA.",
        ),
    ),
    on_grant=(
        t("Attend every check-in; renew early.", "Acuda a toda cita de presentación; renueve con anticipación."),
    ),
    on_denial=(
        t(
            "Ask the Board or the court of appeals for an emergency stay.",
            "Pida una suspensión de emergencia a la Junta o a la corte de apelaciones.",
        ),
    ),
    beside_discretion=t(
        "Discretion at the stage when an order is carried out.",
        "Discreción en la etapa en que se ejecuta la orden.",
    ),
    cautions=(
        caution(
            "lodging_risk",
            "Lodging in person at an ICE office is itself a risk of being held. The duty to report stays: missing a "
            "check-in can bring arrest. Plan who goes along, what is carried, and what is filed the day before.",
            "Presentarse en persona en una oficina de ICE ya es un riesgo de ser detenido. La obligación de "
            "presentarse sigue: faltar puede causar un arresto. Planee quién acompaña, qué lleva y qué se presenta "
            "el día antes.",
            when=case.osup.is_known,
        ),
        caution(
            "no_equity_elements",
            "Only a final order is needed to ask. Health, family, pending filings and impractical removal are what ICE "
            "weighs.",
            "Para pedirla basta una orden final. Salud, familia, trámites pendientes y la dificultad de la "
            "expulsión son lo que ICE pesa.",
            when=equity.compelling_humanitarian.is_known,
        ),
    ),
    verified=("memory",),
    confidence="high",
)
