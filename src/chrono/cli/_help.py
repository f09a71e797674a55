"""What `chrono --help` prints: made by tools/regenerate.py of `chrono.cli.app`."""

HELP = """\
Usage: chrono [OPTIONS] [COMMAND] [ARGS]...

  Turn news articles into chronologies: what happened, when, and who says so.

  A timeline is one SQLite file: timelines/default.db unless -t names another.

Options:
  -V, --version  Show the version and exit.
  -h, --help     Show this message and exit.

Reading:
  add      Read articles into a timeline.
  extract  Show the time expressions of a text, store nothing.
  explain  Show how the dates of a sentence are derived.

The chronology:
  list       Show the chronology.
  show       Show one event: quotes, sources, how each date was found.
  search     Search quotes and titles.
  conflicts  Show where sources disagree on a day.
  history    Show what was known of an event, and when.
  view       Save, show and remove named filters.

Out of it:
  export   Write the timeline in a format.
  formats  List the formats.
  serve    Serve calendar feeds and a page on this machine.

Your word is final:
  new      Add an event of your own.
  edit     Correct an event.
  hide     Hide an event.
  merge    Make one event of two.
  split    Take mentions out of an event.
  tag      Tag an event.
  undo     Take your last correction back.
  review   Go through what is doubtful, one key a decision.
  rebuild  Read every stored article again with the present engine.

Housekeeping:
  articles   List the articles of a timeline.
  timelines  List the timelines.
  remove     Remove an article.
  plugins    List the plugins, with their errors."""
