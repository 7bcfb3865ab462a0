"""What both ordinary kinds of cancellation of removal ask for: a case before the immigration court."""

from nolle.facts import case
from nolle.law.pathway import t
from nolle.logic import all_of, any_of, element

COURT_RULE = "8-cfr-1003-14"
STATUTE_42B = "ina-240a-b1-42b"
STOP_TIME = "ina-240a-d-stop-time"

STATUTE_PAGE = "http://codes.lp.findlaw.com/uscode/8/12/II/IV/1229b"

in_proceedings = all_of(
    "in_proceedings",
    "A case before the immigration court",
    element(
        "in_removal_proceedings",
        "In removal proceedings",
        es="En proceso de deportación",
        that=case.in_removal_proceedings,
        cite=COURT_RULE,
        pin="8 CFR 1003.14(a)",
        confidence="high",
    ),
    any_of(
        "nta_with_the_court",
        "The Notice to Appear is filed with the court",
        element(
            "nta_filing_date_known",
            "The day the Notice to Appear (NTA) was filed is known",
            es="Se sabe el día en que se presentó el Aviso de Comparecencia (NTA)",
            that=case.nta_filed_on.is_known,
            by="counsel",
            cite=COURT_RULE,
            pin="8 CFR 1003.14(a); 1239.1(a)",
            note=t(
                "Before filing with the court DHS may cancel its own notice (8 CFR 239.2(a)-(b)); after filing it must "
                "move.",
                "Antes de presentarlo en la corte, DHS puede cancelar su propio aviso (8 CFR 239.2(a)-(b)); "
                "después debe pedirlo por moción.",
            ),
            confidence="high",
        ),
        element(
            "nta_filed",
            "The NTA was filed, on a day that may not be known",
            es="El NTA se presentó, aunque no se sepa qué día",
            that=case.nta_filed,
            by="counsel",
            cite=COURT_RULE,
            pin="8 CFR 1003.14(a)",
            confidence="high",
        ),
        es="El Aviso de Comparecencia (NTA) está presentado en la corte",
    ),
    es="Un caso ante el tribunal de inmigración",
)

BARS = (
    t(
        "INA 240A(c): a crewman admitted after 1964-06-30; some J exchange visitors; security grounds; a persecutor of "
        "others; earlier cancellation (42A or 42B), 212(c) relief or suspension.",
        "INA 240A(c): la admisión como tripulante después del 1964-06-30; algunos visitantes de intercambio J; "
        "causales de seguridad; haber perseguido a otras personas; cancelación (42A o 42B), alivio 212(c) o "
        "suspensión anteriores.",
    ),
    t(
        "The ten-year bars of INA 240B(d) (overstayed voluntary departure) and 240(b)(7) (order in absentia).",
        "Los impedimentos de diez años de INA 240B(d) (salida voluntaria no cumplida) y 240(b)(7) (orden en ausencia).",
    ),
)
