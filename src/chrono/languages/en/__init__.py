"""English: only the wording of dates, for events whose article is not in French."""
