"""U nonimmigrant status, for victims of serious crimes who help the authorities (Form I-918)."""

from nolle.facts import filing, person, victim
from nolle.law.pathway import Pathway, clock, fits, proof, t
from nolle.logic import AS_OF, all_of, element

STATUTE = "ina-101a15u"
CERTIFICATION = "ina-214p"
RULE = "8-cfr-214-14-u"

CODE_PAGE = "https://github.com/codexstanford/markdonw-chunck-of-the-usa-code/blob/66d0b20a5e0521c0ffa33fe40368e4148bff046b/chuncks/title-08/chunck-13.md"

qualifying_crime = element(
    "qualifying_crime",
    "Victim of a qualifying crime",
    es="Víctima de un delito que cuenta para la U",
    that=victim.qualifying_crime,
    cite=STATUTE,
    pin="INA 101(a)(15)(U)(iii)",
    verified=CODE_PAGE,
    confidence="high",
)

substantial_abuse = element(
    "substantial_abuse",
    "Suffered substantial physical or mental abuse",
    es="Sufrió un maltrato físico o mental sustancial",
    that=victim.substantial_abuse,
    cite=STATUTE,
    pin="INA 101(a)(15)(U)(i)(I)",
    verified=CODE_PAGE,
    confidence="high",
)

has_information = element(
    "has_information",
    "Has information about the crime",
    es="Tiene información sobre el delito",
    that=victim.possesses_information,
    cite=STATUTE,
    pin="INA 101(a)(15)(U)(i)(II)",
    note=t(
        "A parent, guardian or next friend may have it for a child under 16.",
        "Por un menor de 16 años puede tenerla el padre, la madre, el tutor o un representante (next friend).",
    ),
    verified=CODE_PAGE,
    confidence="high",
)

helpful = element(
    "helpful",
    "Has helped, is helping or is likely to help the authorities",
    es="Ayudó, ayuda o probablemente ayudará a las autoridades",
    that=victim.helpful_to_le,
    cite=STATUTE,
    pin="INA 101(a)(15)(U)(i)(III)",
    verified=CODE_PAGE,
    confidence="high",
)

us_law_or_territory = element(
    "us_law_or_territory",
    "The crime violated U.S. law or happened in the United States",
    es="El delito violó las leyes de EE. UU. o ocurrió en Estados Unidos",
    that=victim.crime_violated_us_law_or_in_us,
    by="judgement",
    cite=STATUTE,
    pin="INA 101(a)(15)(U)(i)(IV)",
    verified=CODE_PAGE,
    confidence="high",
)

certified_in_time = element(
    "certified_in_time",
    "Certification (I-918B) signed in the six months before filing (before today, while not filed)",
    es="Certificación (I-918B) firmada en los seis meses antes de presentar (antes de hoy, mientras no se presente)",
    that=victim.u_cert_signed_on.within(months=6, before=filing.i918.filed_on.if_absent(AS_OF)),
    by="law-enforcement",
    cite=(RULE, CERTIFICATION),
    pin="8 CFR 214.14(c)(2)(i)",
    confidence="high",
)

waivable = element(
    "waivable",
    "No ground of inadmissibility that cannot be waived",
    es="Sin causal de inadmisibilidad que no admita exención",
    that=~person.inadmissible_nonwaivable,
    by="judgement",
    cite=(STATUTE, "ina-212a-grounds"),
    pin="INA 101(a)(15)(U)",
    note=t(
        "The waiver of INA 212(d)(14) reaches almost every ground but Nazi persecution, genocide and torture.",
        "La exención de INA 212(d)(14) alcanza casi todas las causales, salvo persecución nazi, genocidio y tortura.",
    ),
)

LONG_WAIT = t(
    "USCIS alone decides; the wait is long, so rely on the bona fide determination or deferred action.",
    "Solo decide USCIS; la espera es larga: apóyese en la determinación de buena fe o en la acción diferida.",
)

PATHWAY = Pathway(
    id="u_status",
    name=t("U nonimmigrant status", "Estatus de no inmigrante U"),
    family="relief",
    gives=t(
        "Four years of status, a work permit, and adjustment under INA 245(m).",
        "Cuatro años de estatus, permiso de trabajo y ajuste de estatus según INA 245(m).",
    ),
    does_not_give=(
        t(
            "No quick answer: a cap of 10,000 a year means a wait of many years.",
            "No da una respuesta rápida: el tope de 10,000 al año significa una espera de muchos años.",
        ),
    ),
    decided_by=t("USCIS", "USCIS"),
    forum=t("USCIS", "USCIS"),
    forms=(
        t("Form I-918", "Formulario I-918"),
        t("Form I-918, Supplement B", "Formulario I-918, Suplemento B"),
        t("Form I-918, Supplement A", "Formulario I-918, Suplemento A"),
        t("Form I-192", "Formulario I-192"),
    ),
    authority=(
        "INA 101(a)(15)(U)",
        "INA 214(p)",
        "8 CFR 214.14",
        "Matter of Sanchez Sosa, 25 I&N Dec. 807 (BIA 2012)",
    ),
    cites=(STATUTE, CERTIFICATION, RULE, "matter-of-sanchez-sosa", "ina-212a-grounds"),
    related=(
        "ice-11005-2-2019",
        "ice-11005-4-2025",
        "icwc-v-noem",
        "8-usc-1367",
        "matter-of-ibarra-vega",
        "matter-of-khan-2016",
        "ldg-v-holder-2014",
        "baez-sanchez-v-barr-2020",
        "meridor-v-ag-2018",
        "jimenez-rodriguez-2021",
        "sunday-v-ag-2016",
        "man-v-barr-2019",
        "medina-tovar-2020",
        "vawa-2013-act",
        "ina-212d13-14",
    ),
    elements=all_of(
        "elements",
        "U nonimmigrant status",
        qualifying_crime,
        substantial_abuse,
        has_information,
        helpful,
        us_law_or_territory,
        certified_in_time,
        waivable,
        es="Estatus de no inmigrante U",
    ),
    evidence=(
        proof(
            t("Certification (I-918B)", "Certificación (I-918B)"),
            t("help to the authorities", "la ayuda a las autoridades"),
            "helpful",
            "certified_in_time",
            "qualifying_crime",
        ),
        proof(
            t("Police and medical records", "Informes policiales y médicos"),
            t("the harm", "el daño"),
            "substantial_abuse",
            "has_information",
        ),
        proof(
            t("Form I-192 and personal statement", "Formulario I-192 y declaración personal"),
            t("why the waiver should be given", "por qué debe darse la exención"),
            "waivable",
        ),
    ),
    time_limits=(
        t(
            "Six months from the certifier's signature to the day USCIS receives the I-918.",
            "Seis meses desde la firma de quien certifica hasta el día en que USCIS recibe el I-918.",
        ),
        t(
            "The age of a derivative under 21 locks on the day of filing.",
            "La edad de un derivado menor de 21 años queda fija el día de la presentación.",
        ),
    ),
    clocks=(
        clock(
            "u_cert",
            "USCIS receives the I-918 after the Supplement B is signed",
            "USCIS recibe el I-918 después de la firma del Suplemento B",
            due=victim.u_cert_signed_on.plus(months=6),
            cite=(RULE, CERTIFICATION),
            pin="8 CFR 214.14(c)(2)(i)",
            confidence="high",
        ),
    ),
    on_grant=(t("Mandatory termination of the court case.", "Terminación obligatoria del caso en la corte."),),
    on_denial=(
        t(
            "Appeal to the AAO; risk of a Notice to Appear.",
            "Apelación ante la AAO; riesgo de un Aviso de Comparecencia (NTA).",
        ),
    ),
    beside_discretion=t(
        "A continuance under Matter of Sanchez Sosa; closure; termination; a stay under INA 237(d).",
        "Un aplazamiento según Matter of Sanchez Sosa; cierre; terminación; una suspensión de la deportación (stay) "
        "según INA 237(d).",
    ),
    fit=(
        fits("dismissal", "good", LONG_WAIT),
        fits("termination", "good", LONG_WAIT),
        fits("administrative_closure", "good", LONG_WAIT),
        fits("stipulation_or_nonopposition", "possible", LONG_WAIT),
        fits("joint_mtr_if_final_order", "good", LONG_WAIT),
    ),
    verified=(
        "https://www.uscis.gov/policy-manual/volume-3-part-c-chapter-1",
        "https://raw.githubusercontent.com/migrantusa/us-immigration-data/main/data/litigation_tracker.csv",
    ),
    confidence="high",
)
