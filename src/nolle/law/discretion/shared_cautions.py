"""Cautions that several forms of discretion share."""

from nolle.facts import case
from nolle.law.pathway import caution

unlikely_outside_relief = caution(
    "outside_relief_likelihood",
    "Relief outside court looks unlikely: the judge or officer may weigh that. It is never an element.",
    "El beneficio fuera de la corte parece poco probable: quien decide puede pesarlo. Nunca es un requisito.",
    when=case.outside_relief_likelihood == "low",
)
