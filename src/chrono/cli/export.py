"""`chrono export`, `formats`, `plugins`: the timeline in other formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from chrono.cli import files, lines, output, plugged
from chrono.cli.filters import filter_options
from chrono.cli.opening import chosen_chronology, open_timeline
from chrono.cli.options import json_option, timeline_option
from chrono.store import Filter


@click.command("export")
@click.argument("format_name", metavar="FORMAT")
@timeline_option
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), help="Write to a file.")
@click.option("-O", "--option", "settings", multiple=True, metavar="NAME=VALUE",
              help="An option of the format.")  # fmt: skip
@click.option("--schema", is_flag=True, help="Print the schema of the format.")
@plugged.plugins_option
@filter_options
def export_command(
    format_name: str,
    timeline: str | None,
    target: Path | None,
    settings: Sequence[str],
    schema: bool,
    plugins_dir: str | None,
    chosen: Filter,
    view: str | None,
) -> None:
    """Write the timeline in a format.

    FORMAT is ical, json, markdown, or that of a plugin; `chrono formats` lists them.
    """
    plugins = plugged.load(plugins_dir)
    if schema:
        content = plugins.schema(format_name).encode("utf-8")
    else:
        plugins.exporter(format_name)  # no such format? said before a timeline is looked for
        options = _options(settings)
        with open_timeline(timeline) as opened:
            chronology = chosen_chronology(opened, chosen, view)
        rendered = plugins.render(format_name, chronology, options)
        output.warn(rendered.problems)
        content = rendered.content
    if target is None or str(target) == "-":
        output.data(content)
    else:
        files.write_whole(target, content)


def _options(settings: Sequence[str]) -> dict[str, str]:
    found = {}
    for setting in settings:
        name, mark, value = setting.partition("=")
        if not mark or not name:
            raise click.UsageError(f"-O {setting}: write it as NAME=VALUE.")
        found[name.strip()] = value
    return found


@click.command("formats")
@plugged.plugins_option
@json_option
def formats_command(plugins_dir: str | None, as_json: bool) -> None:
    """List the formats."""
    exporters = plugged.load(plugins_dir).exporters
    if as_json:
        output.as_json(
            [
                {
                    "name": one.name,
                    "suffix": one.suffix,
                    "media_type": one.media_type,
                    "options": dict(one.options or {}),
                    "schema": one.schema is not None,
                }
                for one in exporters.values()
            ]
        )
        return
    rows = [(one.name, one.suffix, one.media_type) for one in exporters.values()]
    output.styled(lines.table(rows, ("format", "suffix", "media type")))
    for one in exporters.values():
        for name, meaning in (one.options or {}).items():
            output.styled([((f"{one.name} -O {name}=…  ", output.FAINT), (meaning, ""))])


@click.command("plugins")
@plugged.plugins_option
@json_option
def plugins_command(plugins_dir: str | None, as_json: bool) -> None:
    """List the plugins, with their errors."""
    plugins = plugged.load(plugins_dir, report=False)
    if as_json:
        output.as_json(
            {
                "plugins": [
                    {
                        "name": one.name,
                        "version": one.version,
                        "source": one.source,
                        "hooks": list(one.hooks),
                        "exporters": list(one.exporters),
                        "error": one.error or None,
                    }
                    for one in plugins.plugins
                ],
                "problems": [str(problem) for problem in plugins.problems],
            }
        )
        return
    rows = []
    for one in plugins.plugins:
        gives = f"error: {one.error}" if one.error else f"formats: {', '.join(one.exporters)}"
        source = f"{one.source} {one.version}".strip()
        rows.append((one.name, source, ", ".join(one.hooks), gives))
    output.styled(lines.table(rows, ("plugin", "from", "hooks", "")))
    named = {one.name for one in plugins.plugins}
    output.warn(p for p in plugins.problems if p.where.removeprefix("plugin ") not in named)
