"""Adjustment under section 245(i): grandfathered by an old petition, on payment of a sum."""

from nolle.facts import derived, filing, person, visa
from nolle.law.pathway import Pathway, fits, proof, t
from nolle.logic import all_of, any_of, element, not_, settled

from .adjustment import TOTALITY, US_CODE, admissible, no_false_claim, ten_year_bars, weak_equities, who_decides

SECTION = "ina-245i"
REGULATION = "8-cfr-245-10-245i"
YATES_MEMO = "uscis-245i-yates-2005"
SECTION_TEXT = US_CODE.format(387)

old_petition = filing.grandfather_petition

in_the_us = element(
    "in_the_us",
    "In the United States",
    es="Está en Estados Unidos",
    that=person.in_us_now,
    cite=SECTION,
    pin="INA 245(i)",
)

# The date of the old petition

filed_by_1998 = element(
    "filed_by_1998",
    "Filed on or before 1998-01-14: no proof of presence is needed",
    es="Presentada a más tardar el 1998-01-14: no hace falta probar presencia",
    that=old_petition.filed_on < "1998-01-15",
    by="counsel",
    cite=SECTION,
    pin="INA 245(i)(1)(B)",
    note=t(
        "A petition or a labor certification. Use the old petition, not only the current one.",
        "Una petición o una certificación laboral. Use la petición antigua, no solo la actual.",
    ),
    verified=SECTION_TEXT,
    confidence="high",
)

filed_by_2001 = all_of(
    "filed_by_2001",
    "Filed from 1998-01-15 to 2001-04-30, and the beneficiary was here on 2000-12-21",
    element(
        "filed_after_1998_01_14",
        "Filed on or after 1998-01-15",
        es="Presentada el 1998-01-15 o después",
        that=old_petition.filed_on >= "1998-01-15",
        by="counsel",
        cite=SECTION,
        pin="INA 245(i)",
        verified=SECTION_TEXT,
        confidence="high",
    ),
    element(
        "filed_by_2001_04_30",
        "Filed on or before 2001-04-30",
        es="Presentada a más tardar el 2001-04-30",
        that=old_petition.filed_on <= "2001-04-30",
        by="counsel",
        cite=SECTION,
        pin="INA 245(i)(1)(B)(i)",
        verified=SECTION_TEXT,
        confidence="high",
    ),
    element(
        "present_2000_12_21",
        "The principal beneficiary was in the United States on 2000-12-21",
        es="El beneficiario principal estaba en Estados Unidos el 2000-12-21",
        that=old_petition.beneficiary_present_2000_12_21,
        cite=SECTION,
        pin="INA 245(i)(1)(C)",
        note=t(
            "Asked of the principal beneficiary, not of derivatives.",
            "Se exige al beneficiario principal, no a los derivados.",
        ),
        verified=SECTION_TEXT,
        confidence="high",
    ),
    es="Presentada entre el 1998-01-15 y el 2001-04-30, y el beneficiario estaba aquí el 2000-12-21",
)

postmarked_by_2001 = all_of(
    "postmarked_by_2001",
    "Postmarked by 2001-04-30, and the beneficiary was here on 2000-12-21",
    element(
        "postmarked_by_2001_04_30",
        "Postmarked on or before 2001-04-30; receipt may be later",
        es="Con matasellos a más tardar del 2001-04-30; la recepción puede ser posterior",
        that=old_petition.postmarked_on <= "2001-04-30",
        by="counsel",
        cite=REGULATION,
        pin="8 CFR 245.10(a)(1)(i)",
        confidence="high",
    ),
    element(
        "present_2000_12_21_postmark",
        "The principal beneficiary of the postmarked petition was in the United States on 2000-12-21",
        es="El beneficiario principal de la petición con matasellos estaba en Estados Unidos el 2000-12-21",
        that=old_petition.beneficiary_present_2000_12_21,
        cite=(SECTION, "life-act-245i-2000"),
        pin="INA 245(i)(1)(C)",
        note=t(
            "Only the principal beneficiary of a petition filed after 1998-01-14; a spouse or child need not have been "
            "present.",
            "Solo el beneficiario principal de una petición presentada después del 1998-01-14; el cónyuge o hijo no "
            "tenía que estar presente.",
        ),
        confidence="high",
    ),
    es="Con matasellos a más tardar del 2001-04-30, y el beneficiario estaba aquí el 2000-12-21",
)

in_time = any_of(
    "in_time",
    "The old petition was filed in time",
    filed_by_1998,
    filed_by_2001,
    postmarked_by_2001,
    element(
        "known_in_time",
        "Grandfathered, as known or as found in the old file",
        es="Protegido, según se sabe o según el expediente antiguo",
        that=derived.grandfathered_245i,
        cite=SECTION,
        pin="INA 245(i)",
    ),
    es="La petición antigua se presentó a tiempo",
)

# Whose grandfathering it is

whose = any_of(
    "whose",
    "The client keeps the grandfathering",
    element(
        "principal",
        "The client was the principal beneficiary",
        es="El cliente era el beneficiario principal",
        that=old_petition.client_role == "principal",
        by="counsel",
        cite=SECTION,
        pin="INA 245(i)(1)(B)",
        confidence="high",
    ),
    all_of(
        "derivative",
        "The client was the spouse or child of the principal by the cut-off",
        element(
            "spouse_or_child",
            "Spouse or child of the principal",
            es="Cónyuge o hijo del beneficiario principal",
            that=old_petition.client_role.is_in("derivative_spouse", "derivative_child"),
            by="counsel",
            cite=SECTION,
            pin="INA 245(i)(1)(B)",
            confidence="high",
        ),
        element(
            "related_by_2001",
            "The relationship existed by 2001-04-30",
            es="El parentesco existía a más tardar el 2001-04-30",
            that=old_petition.relationship_created_on <= "2001-04-30",
            cite=YATES_MEMO,
            note=t(
                "Grandfathered then in their own right, even after a divorce or after turning 21.",
                "Quedan protegidos por derecho propio, aun después de un divorcio o de cumplir 21 años.",
            ),
            confidence="high",
        ),
        es="El cliente era cónyuge o hijo del principal antes de la fecha límite",
    ),
    all_of(
        "after_acquired",
        "A spouse or child acquired later",
        element(
            "acquired_later",
            "Became the spouse or child of the principal after the cut-off",
            es="Pasó a ser cónyuge o hijo del principal después de la fecha límite",
            that=old_petition.client_role.is_in("after_acquired_spouse", "after_acquired_child"),
            by="counsel",
            cite=("matter-of-estrada-estrada", YATES_MEMO),
            pin="Matter of Estrada & Estrada, 26 I&N Dec. 180 (BIA 2013)",
        ),
        settled(
            "with_the_principal_only",
            "May adjust only as a derivative together with the principal, not on their own petition",
            es="Puede ajustar solo como derivado junto con el principal, no con su propia petición",
            answer=None,
            cite=SECTION,
        ),
        es="Cónyuge o hijo adquirido después",
    ),
    element(
        "told_grandfathered",
        "Grandfathered, as the client knows it",
        es="Protegido, según lo que sabe el cliente",
        that=person.grandfathered_245i,
        cite=SECTION,
        pin="INA 245(i)",
    ),
    not_(
        "role_not_stated",
        "The file states no role: the client is presumed the principal",
        element(
            "role_known",
            "The client's role in the old petition is known",
            es="Se sabe qué papel tenía el cliente en la petición antigua",
            that=old_petition.client_role.is_known,
            by="counsel",
            cite=SECTION,
            confidence="low",
        ),
        es="El expediente no indica el papel: se presume que el cliente es el principal",
    ),
    es="El cliente conserva la protección",
)

# Its quality when filed

approvable = any_of(
    "approvable",
    "Approvable when filed, judged on the facts of that day",
    element(
        "approvable_when_filed",
        "Approvable when filed, in counsel's judgement",
        es="Podía aprobarse cuando se presentó, a juicio del abogado",
        that=old_petition.approvable_when_filed,
        by="judgement",
        cite=REGULATION,
        pin="8 CFR 245.10(a)(3)",
        verified="https://www.hooyou.com/245i/requirements.html",
        confidence="high",
    ),
    all_of(
        "approvable_in_parts",
        "Properly filed, meritorious in fact, and not frivolous",
        element(
            "properly_filed",
            "Properly filed",
            es="Bien presentada",
            that=old_petition.properly_filed,
            by="counsel",
            cite=REGULATION,
            pin="8 CFR 245.10(a)(2)",
            confidence="high",
        ),
        element(
            "meritorious",
            "Meritorious in fact",
            es="Con fundamento en los hechos",
            that=old_petition.meritorious_in_fact,
            by="judgement",
            cite=(REGULATION, "matter-of-jara-riero"),
            pin="8 CFR 245.10(a)(3); Jara Riero",
            confidence="high",
        ),
        element(
            "not_frivolous",
            "Not frivolous",
            es="No frívola",
            that=old_petition.nonfrivolous,
            by="judgement",
            cite=(REGULATION, "matter-of-butt"),
            pin="8 CFR 245.10(a)(3); Butt",
            confidence="high",
        ),
        es="Bien presentada, con fundamento en los hechos y no frívola",
    ),
    element(
        "approved",
        "The old petition was approved: strong proof, and a presumption",
        es="La petición antigua fue aprobada: prueba fuerte, y una presunción",
        that=old_petition.status == "approved",
        by="uscis",
        cite="matter-of-butt",
    ),
    es="Podía aprobarse cuando se presentó, según los hechos de ese día",
)

number_available = element(
    "number_available",
    "A visa number is available",
    es="Hay un número de visa disponible",
    that=visa.number_available,
    by="dos",
    cite=SECTION,
    pin="INA 245(i)",
)

no_permanent_bar = element(
    "no_permanent_bar",
    "Outside the permanent bar, which 245(i) does not cure",
    es="Fuera de la barrera permanente, que 245(i) no corrige",
    that=~person.permanent_bar_9c,
    by="judgement",
    cite=("matter-of-briones", "ina-212a9c"),
    pin="Matter of Briones, 24 I&N Dec. 355 (BIA 2007)",
    confidence="high",
)

JUDGE_OR_USCIS = t("A judge or USCIS can decide it.", "Puede decidirlo un juez o USCIS.")

PATHWAY = Pathway(
    id="aos_245i",
    name=t("Section 245(i) grandfathered adjustment", "Ajuste por la sección 245(i), con petición anterior"),
    family="relief",
    gives=t(
        "Lets a person who entered without inspection, or who fails INA 245(c), adjust on payment of US$1,000 (not "
        "owed under 17).",
        "Permite ajustar a quien entró sin inspección, o no cumple INA 245(c), pagando US$1,000 (no se debe antes de "
        "los 17 años).",
    ),
    does_not_give=(
        t(
            "Does not cure INA 212(a)(9)(B) or (9)(C), fraud, or crimes.",
            "No corrige INA 212(a)(9)(B) ni (9)(C), fraude ni delitos.",
        ),
    ),
    decided_by=t("USCIS or the immigration judge", "USCIS o el juez de inmigración"),
    forum=t("USCIS or the immigration court", "USCIS o el tribunal de inmigración"),
    forms=(
        t("Form I-485", "Formulario I-485"),
        t("Form I-485 Supplement A", "Formulario I-485, Suplemento A"),
        t("Proof of the old I-130, I-140 or ETA-750", "Prueba del I-130, I-140 o ETA-750 antiguo"),
    ),
    authority=(
        "INA 245(i)",
        "8 CFR 245.10, 1245.10",
        "Matter of Briones, 24 I&N Dec. 355 (BIA 2007)",
        "Matter of Lemus-Losa, 25 I&N Dec. 734 (BIA 2012)",
        "Matter of Estrada & Estrada, 26 I&N Dec. 180 (BIA 2013)",
    ),
    cites=(
        "ina-245i",
        "8-cfr-245-10-245i",
        "matter-of-briones",
        "matter-of-lemus-losa",
        "matter-of-estrada-estrada",
        "ina-245a",
        "ina-212a-grounds",
        "ina-240b",
        "ina-240",
        "ina-212a6c",
        "ina-212a9c",
        "8-cfr-245-2-jurisdiction",
        "matter-of-yauri",
        "matter-of-marin",
        "matter-of-arai",
        "matter-of-blas",
        "uscis-adjustment-discretion-2026",
    ),
    related=(
        "life-act-245i-2000",
        "uscis-245i-yates-2005",
        "matter-of-jara-riero",
        "matter-of-legaspi",
        "matter-of-ilic",
        "matter-of-butt",
    ),
    elements=all_of(
        "elements",
        "Adjustment under 245(i)",
        in_the_us,
        in_time,
        whose,
        approvable,
        number_available,
        admissible,
        ten_year_bars,
        no_false_claim,
        no_permanent_bar,
        es="Ajuste por 245(i)",
    ),
    forum_rule=who_decides,
    bars=(
        t(
            "The spouse or child of a grandfathered principal can benefit; one acquired later only as a dependent of "
            "the principal.",
            "El cónyuge o hijo de un principal protegido puede beneficiarse; el adquirido después, solo como "
            "dependiente del principal.",
        ),
    ),
    weighed=TOTALITY,
    evidence=(
        proof(
            t("Receipt of the old petition, or the labor certification", "Recibo antiguo, o la certificación laboral"),
            t("grandfathering", "la protección por petición anterior"),
            "in_time",
            "whose",
        ),
        proof(
            t(
                "School, pay, rent or medical record for 21 December 2000",
                "Documento escolar, de salario, de alquiler o médico del 21 de diciembre de 2000",
            ),
            t("presence", "la presencia"),
            "present_2000_12_21",
            "present_2000_12_21_postmark",
        ),
        proof(
            t("Proof that the petition was meritorious", "Prueba de que la petición tenía fundamento"),
            t("approvable when filed", "que podía aprobarse cuando se presentó"),
            "approvable",
        ),
    ),
    time_limits=(
        t(
            "Only fixed dates: 1998-01-14, 2000-12-21 and 2001-04-30.",
            "Solo fechas fijas: 1998-01-14, 2000-12-21 y 2001-04-30.",
        ),
    ),
    on_grant=(t("Lawful permanent residence.", "Residencia permanente legal."),),
    on_denial=(
        t(
            "As any adjustment: renew before the judge if in proceedings; a Notice to Appear is likely if there are "
            "none.",
            "Como todo ajuste: renueve la solicitud ante el juez si está en proceso; si no lo está, es probable un "
            "Aviso de Comparecencia (NTA).",
        ),
    ),
    beside_discretion=t(
        "Ask relatives about any petition before 30 April 2001; it turns the case of a client who entered without "
        "inspection into one for dismissal or for adjustment in court.",
        "Pregunte a los familiares por cualquier petición anterior al 30 de abril de 2001; convierte el caso de quien "
        "entró sin inspección en uno de desestimación o de ajuste ante la corte.",
    ),
    cautions=(weak_equities,),
    fit=(
        fits("dismissal", "good", JUDGE_OR_USCIS),
        fits("termination", "good", JUDGE_OR_USCIS),
        fits("administrative_closure", "possible", JUDGE_OR_USCIS),
        fits("stipulation_or_nonopposition", "good", JUDGE_OR_USCIS),
        fits("joint_mtr_if_final_order", "good", JUDGE_OR_USCIS),
    ),
    history=(
        t(
            "Windows: 1994-10-01 to 1997-09-30 (extended to 1998-01-14 for filings); the LIFE Act of 2000-12-21 moved "
            "filing to 2001-04-30.",
            "Plazos: del 1994-10-01 al 1997-09-30 (ampliado al 1998-01-14 para presentar); la ley LIFE del 2000-12-21 "
            "llevó el plazo al 2001-04-30.",
        ),
        t(
            "A later denial, withdrawal, revocation or death of the petitioner, for reasons arising after filing, "
            "does not undo grandfathering; fraud or a sham marriage at filing does.",
            "Una denegación, retiro, revocación o muerte del peticionario, por razones posteriores a la presentación, "
            "no deshace la protección; un fraude o matrimonio simulado al presentar, sí.",
        ),
        t(
            "Substitution: a worker substituted after 2001-04-30 is not grandfathered (Ilic); the original worker is. "
            "The spouse of someone who is only a derivative is not (Legaspi).",
            "Sustitución: un trabajador sustituido después del 2001-04-30 no queda protegido (Ilic); el trabajador "
            "original sí. El cónyuge de quien es solo derivado no lo está (Legaspi).",
        ),
        t(
            "245(i) cures entry without inspection and 245(c); not 212(a)(9)(C) (Briones; 9th Cir. after 2012) nor "
            "212(a)(9)(B) (Lemus-Losa).",
            "245(i) corrige la entrada sin inspección y 245(c); no 212(a)(9)(C) (Briones; 9.º Cir. después de 2012) ni "
            "212(a)(9)(B) (Lemus-Losa).",
        ),
    ),
    verified=("memory",),
    confidence="high",
)
