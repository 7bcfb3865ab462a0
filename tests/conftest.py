"""What every test shares."""

from hypothesis import settings

# A busy machine is no failing test: nothing here is judged by the clock.
settings.register_profile("nolle", deadline=None)
settings.load_profile("nolle")
