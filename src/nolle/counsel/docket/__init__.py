"""The docket: the whole caseload asked at once, on any date."""
