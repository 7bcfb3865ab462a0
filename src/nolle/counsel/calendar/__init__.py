"""A case's dates to live by: gathered once, then as a list, an iCalendar feed, a year, and a timeline.

* ``matter``: every date of a case, the hearing, the deadlines, what went before
* ``held``: what may not be spelled out in a calendar that others see
* ``ics``, ``ics_update``: the iCalendar feed, and what became of the one written before
* ``year``, ``timeline``, ``text``, ``svg``: pictures of the same dates, as SVG and as text
"""
