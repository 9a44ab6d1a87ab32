"""`timeline schema`: the output contract as JSON Schema."""

from __future__ import annotations

from typing import Any

import click

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command()
@click.argument("name", default="json", type=click.Choice(["json", "jsonl"]))
def schema(name: str) -> None:
    """Print the JSON Schema of the output.

    Of -f json, or of one line of -f jsonl.
    """
    import json

    click.echo(json.dumps(make_schema(name), indent=2, ensure_ascii=False))


def make_schema(name: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a format, made from the records' types."""
    import msgspec

    from ..chronology import SCHEMA, Timeline
    from ..exporters.jsonl import Line

    made = msgspec.json.schema(Line if name == "jsonl" else Timeline)
    for record in made["$defs"].values():
        # The contract: every key is always present, those with a default too.
        record["required"] = list(record["properties"])
    urn = f"urn:timeline-extract:{SCHEMA}:{name}"
    return {"$schema": DIALECT, "$id": urn, "title": f"{SCHEMA} ({name})", **made}
