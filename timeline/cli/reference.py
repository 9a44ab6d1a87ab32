"""The command line's reference for the README, made from the commands themselves.

    python -m timeline.cli.reference README.md

writes it between the markers `<!-- cli:begin -->` and `<!-- cli:end -->`, the command that is used
most between those of `extract`, the table of formats between those of `formats`, and that of the
rules between those of `rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from ..errors import TimelineError
from .main import main
from .setting import PREFIX

FIRST = "extract"  # has a place of its own
Row = tuple[str, str, str]  # of a table of options


def render_extract() -> str:
    """The command that is used most, with its arguments and options."""
    return _render_each()[FIRST]


def render_commands() -> str:
    """The settings and exit codes, then every other command."""
    rest = (text for name, text in _render_each().items() if name != FIRST)
    return "\n".join((*_render_paragraphs(main.epilog or ""), *rest))


def _render_each() -> Mapping[str, str]:
    """Each command by its name."""
    context = click.Context(main, info_name="timeline")
    told: dict[Row, str] = {}
    return {
        name: "\n".join(_render_command(name, main.get_command(context, name), context, told))
        for name in main.list_commands(context)
    }


def render_formats() -> str:
    """The formats that come with the program, what each loses, and the fields of the flat ones."""
    from ..exporters import FORMATS
    from ..exporters.columns import COLUMNS, DEFAULT

    lines = ["| format | suffixes | what it is | what it loses |", "| --- | --- | --- | --- |"]
    for one in FORMATS.values():
        suffixes = " ".join(f"`{suffix}`" for suffix in one.suffixes)
        names = " or ".join(f"`-f {name}`" for name in one.aliases)
        summary = f"{one.summary} (also {names})" if names else one.summary
        lines.append(f"| `{one.name}` | {suffixes} | {summary} | {one.loses} |")
    takers = ", ".join(f"`{one.name}`" for one in FORMATS.values() if one.takes_fields)
    lines += ["", f"`--fields` chooses the columns of {takers}; csv and tsv have those in bold."]
    lines += ["", "| field | what it holds |", "| --- | --- |"]
    for name, column in COLUMNS.items():
        shown = f"**`{name}`**" if name in DEFAULT else f"`{name}`"
        lines.append(f"| {shown} | {column.summary} |")
    return "\n".join(lines)


def render_rules() -> str:
    """How many rules there are, and what they read, by kind of expression."""
    from ..rules.coverage import cover

    kinds = list(cover())
    count = sum(kind.rules for kind in kinds)
    lines = [f"{count} rules; each has examples and refusals that the tests run.", ""]
    lines += ["| kind of expression | rules | such as |", "| --- | --- | --- |"]
    for kind in kinds:
        examples = ", ".join(f'"{_cell(example)}"' for example in kind.examples)
        lines.append(f"| {kind.kind} | {kind.rules} | {examples} |")
    return "\n".join(lines)


def update(text: str) -> str:
    """A README with the generated parts renewed; raises TimelineError for a missing marker."""
    for name, render in PARTS.items():
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        if text.count(begin) != 1 or text.count(end) != 1:
            raise TimelineError(f"the README needs {begin} and {end} once each")
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{render()}\n{end}{after}"
    return text


def _render_command(
    name: str, command: click.Command | None, parent: click.Context, told: dict[Row, str]
) -> Iterator[str]:
    """A command; an option that is the same in an earlier one (`told`) is only named."""
    if command is None or not command.help:
        raise TimelineError(f"the command {name!r} has no help")
    context = click.Context(command, info_name=name, parent=parent)
    yield f"### `{' '.join(['timeline', name, *command.collect_usage_pieces(context)])}`"
    yield ""
    for paragraph in command.help.strip().split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""
    rows = {
        _row(name, p, context): p.opts[-1] for p in command.params if isinstance(p, click.Option)
    }
    new = [row for row in rows if row not in told]
    if new:
        yield "| option | what it does | environment |"
        yield "| --- | --- | --- |"
        yield from (f"| {' | '.join(row)} |" for row in new)
        yield ""
    for first in dict.fromkeys(told[row] for row in rows if row in told):
        same = ", ".join(f"`{rows[row]}`" for row in rows if told.get(row) == first)
        yield f"{'Also as' if new else 'As'} in `timeline {first}`: {same}."
        yield ""
    told.update(dict.fromkeys(new, name))
    if command.epilog:
        yield "```sh"
        for line in command.epilog.splitlines():
            if line.startswith("  "):
                yield line.strip()
        yield "```"
        yield ""
        yield from _render_paragraphs(command.epilog)


def _row(command: str, option: click.Option, context: click.Context) -> Row:
    """Names, meaning and environment variable of an option."""
    if not option.help:
        raise TimelineError(f"timeline {command}: {option.opts[-1]} has no help")
    record = option.get_help_record(context)
    variable = option.envvar if isinstance(option.envvar, str) else ""
    shown = f"`{variable}`" if variable.startswith(PREFIX) else ""
    return f"`{_cell(record[0] if record else option.opts[-1])}`", _cell(option.help), shown


def _render_paragraphs(epilog: str) -> Iterator[str]:
    """What an epilog says beside its examples."""
    for paragraph in epilog.strip().split("\n\n"):
        words = " ".join(paragraph.removeprefix("\b").split())
        if not words.startswith("Examples:"):
            yield words
            yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PARTS: Mapping[str, Callable[[], str]] = {
    "cli": render_commands,
    "extract": render_extract,
    "formats": render_formats,
    "rules": render_rules,
}


if __name__ == "__main__":
    import sys

    path = Path(sys.argv[1])
    path.write_text(update(path.read_text(encoding="utf-8")), encoding="utf-8")
