"""NACARA section 203: suspension of deportation or special-rule cancellation for a closed class of people."""

from nolle.facts import conviction, equity, nacara, person, relative
from nolle.facts.derivations import conviction_stands
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.logic import AS_OF, all_of, any_of, element, settled

STATUTE = "nacara-203"
PIN = "NACARA sec. 203, Pub. L. 105-100"

CLASS_PAGE = "https://webarchive.library.unt.edu/eot2008/20090508190858/http://www.uscis.gov/portal/site/uscis/menuitem.5af9bb95919f35e66f614176543f6d1a/?vgnextoid=140748afcb41e010VgnVCM1000000ecd190aRCRD&vgnextchannel=828807b03d92b010VgnVCM10000045f3d6a1RCRD"

in_the_class = element(
    "in_the_class",
    "A Salvadoran or Guatemalan of the ABC class, a person from the former Soviet bloc, or a dependent",
    es="Salvadoreño o guatemalteco de la clase ABC, persona del antiguo bloque soviético, o dependiente",
    that=nacara.class_.is_in("abc_salvadoran", "abc_guatemalan", "eastern_bloc", "dependent"),
    by="judgement",
    cite=STATUTE,
    pin=PIN,
    verified=CLASS_PAGE,
    confidence="high",
)

dependent = element(
    "dependent",
    "A dependent of a person in the class",
    es="Dependiente de una persona de la clase",
    that=nacara.class_ == "dependent",
    by="judgement",
    cite=STATUTE,
    pin=PIN,
    verified=CLASS_PAGE,
    confidence="high",
)

entered_in_time = element(
    "entered_in_time",
    "Entered by the date for the class",
    es="Entró antes de la fecha fijada para la clase",
    that=nacara.entered_by_class_date,
    by="judgement",
    cite=STATUTE,
    pin=PIN,
    note=t(
        "Salvadorans and Guatemalans who filed for asylum by 1990-04-01 need no entry date. The ABC class also had "
        "asylum dates: Guatemalans by 1995-01-03, Salvadorans by 1996-02-16 (USCIS page).",
        "Los salvadoreños y guatemaltecos que pidieron asilo a más tardar el 1990-04-01 no necesitan fecha de entrada. "
        "La clase ABC tenía además fechas de asilo: guatemaltecos hasta el 1995-01-03, salvadoreños hasta el "
        "1996-02-16 (página de USCIS).",
    ),
    verified=CLASS_PAGE,
    confidence="high",
)

registered_or_filed = element(
    "registered_or_filed",
    "Registered for ABC benefits, or filed for asylum in time",
    es="Se inscribió para los beneficios ABC, o pidió asilo a tiempo",
    that=nacara.abc_registered_or_asylum_filed,
    cite=STATUTE,
    pin=PIN,
    verified=CLASS_PAGE,
    confidence="high",
)

not_caught_at_entry = element(
    "not_caught_at_entry",
    "Not caught when entering after 1990-12-19",
    es="No le detuvieron al entrar después del 1990-12-19",
    that=~nacara.apprehended_at_entry_after_1990_12_19,
    cite=STATUTE,
    pin=PIN,
    verified=CLASS_PAGE,
)

no_aggravated_felony = element(
    "no_aggravated_felony",
    "No conviction for an aggravated felony",
    es="Sin condena por un delito agravado",
    that=conviction.none(conviction.immigration_class.has_any("aggravated_felony") & conviction_stands),
    cite=STATUTE,
    pin=PIN,
    verified=CLASS_PAGE,
    confidence="high",
)

seven_years = element(
    "seven_years",
    "Seven years in the United States",
    es="Siete años en Estados Unidos",
    that=person.present_in_us_since.plus(years=7) <= AS_OF,
    cite=STATUTE,
    pin=PIN,
    note=t("Ten years for some criminal grounds.", "Diez años en algunas causales penales."),
)

good_moral_character = element(
    "good_moral_character",
    "No bar to good moral character",
    es="Sin impedimento de buena conducta moral",
    that=~person.gmc_bar_101f,
    by="judgement",
    cite=(STATUTE, "ina-101f"),
    pin=PIN,
)

hardship = any_of(
    "hardship",
    "Extreme hardship, presumed for the ABC class unless shown otherwise",
    element(
        "presumed_for_abc",
        "Of the ABC class: extreme hardship is presumed, and DHS may answer the presumption",
        es="De la clase ABC: la dificultad extrema se presume, y DHS puede rebatirlo",
        that=nacara.class_.is_in("abc_salvadoran", "abc_guatemalan"),
        by="judgement",
        cite=(STATUTE, "8-cfr-240-60-nacara"),
        pin="8 CFR 240.60-240.66, 1240.60-1240.66",
    ),
    element(
        "hardship_to_self",
        "Something more about the person that deserves care",
        es="Algo más sobre la persona que merece consideración",
        that=equity.compelling_humanitarian,
        cite=STATUTE,
        pin=PIN,
    ),
    element(
        "hardship_to_relative",
        "Extreme hardship to a relative who is a citizen or permanent resident",
        es="Dificultad extrema para un familiar ciudadano o residente permanente",
        that=relative.exists(
            relative.hardship_level.is_in("extreme", "exceptional_and_extremely_unusual")
            & relative.status.is_in("usc", "lpr")
        ),
        cite=STATUTE,
        pin=PIN,
    ),
    settled(
        "hardship_for_the_adjudicator",
        "Extreme hardship is weighed by the officer or the judge: what is stored here can show it, not rule it out",
        es="La dificultad extrema la valora el oficial o el juez: lo guardado aquí puede mostrarla, no descartarla",
        answer=None,
        cite=STATUTE,
        pin=PIN,
    ),
    es="Dificultad extrema, que se presume para la clase ABC salvo prueba en contrario",
)

DECIDED_BY_USCIS = t(
    "USCIS decides it where the court case is closed or ended.",
    "USCIS lo decide cuando el caso en la corte está cerrado o terminado.",
)

PATHWAY = Pathway(
    id="nacara_203",
    name=t(
        "NACARA section 203: suspension or special-rule cancellation",
        "NACARA, sección 203: suspensión o cancelación por regla especial",
    ),
    family="relief",
    gives=t("Lawful permanent residence.", "Residencia permanente legal."),
    does_not_give=(
        t("The class is closed: nobody new can join it.", "La clase está cerrada: nadie nuevo puede entrar."),
    ),
    decided_by=t("A USCIS asylum office, or the judge.", "Una oficina de asilo de USCIS, o el juez."),
    forum=t("USCIS or immigration court", "USCIS o tribunal de inmigración"),
    forms=(t("Form I-881", "Formulario I-881"),),
    authority=("NACARA sec. 203, Pub. L. 105-100", "8 CFR 240.60-240.66, 1240.60-1240.66"),
    cites=(STATUTE, "8-cfr-240-60-nacara", "ina-101f"),
    elements=all_of(
        "elements",
        "NACARA section 203",
        in_the_class,
        any_of(
            "dependent_or_own_dates",
            "A dependent, or within the dates of the class",
            dependent,
            all_of(
                "own_dates",
                "Entered, and registered or filed, by the dates of the class",
                entered_in_time,
                registered_or_filed,
                es="Entró, y se inscribió o pidió asilo, en las fechas de la clase",
            ),
            es="Dependiente, o dentro de las fechas de la clase",
        ),
        not_caught_at_entry,
        no_aggravated_felony,
        seven_years,
        good_moral_character,
        hardship,
        es="NACARA, sección 203",
    ),
    evidence=(
        proof(
            t(
                "ABC or TPS registration; filings of 1990 and 1991",
                "Inscripción ABC o TPS; solicitudes de 1990 y 1991",
            ),
            t("membership in the class", "que pertenece a la clase"),
            "in_the_class",
            "registered_or_filed",
        ),
    ),
    time_limits=(t("None for principal applicants.", "Ninguno para los solicitantes principales."),),
    on_grant=(t("Permanent residence; there is no yearly cap.", "Residencia permanente; no hay tope anual."),),
    on_denial=(t("The judge decides it.", "Lo decide el juez."),),
    beside_discretion=t(
        "Closure or termination so that the USCIS asylum office decides (8 CFR 1240.62(b)).",
        "Cierre o terminación para que decida la oficina de asilo de USCIS (8 CFR 1240.62(b)).",
    ),
    fit=(
        fits("dismissal", "possible", DECIDED_BY_USCIS),
        fits("termination", "possible", DECIDED_BY_USCIS),
        fits("administrative_closure", "good", DECIDED_BY_USCIS),
        fits("stipulation_or_nonopposition", "good", DECIDED_BY_USCIS),
        fits("joint_mtr_if_final_order", "possible", DECIDED_BY_USCIS),
    ),
    verified=("memory",),
    confidence="medium",
)
