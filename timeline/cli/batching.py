"""How documents are worked on, and whether each has a chronology of its own: the options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from ..errors import OptionError
from .parameters import Seconds, Whole, read_date
from .setting import chain, gather, setting

if TYPE_CHECKING:
    from ..temporal.values import Moment


@dataclass(frozen=True, slots=True)
class Batch:
    """How many at a time and how long, where each chronology goes, and who works."""

    jobs: int
    timeout: float | None
    output_dir: str | None
    journal: str | None
    resume: bool
    cluster: str | None

    @property
    def place(self) -> str | None:
        """Where each document's own chronology goes; None where one is made of all of them."""
        return self.journal if self.output_dir is None else self.output_dir

    def check(self, names: tuple[str, ...], output: str | None, corrections: str | None) -> None:
        """Raises OptionError for what cannot be."""
        self._check_place(names, output, corrections)
        self._check_cluster()

    def _check_place(
        self, names: tuple[str, ...], output: str | None, corrections: str | None
    ) -> None:
        places = (("--output-dir", self.output_dir), ("--journal", self.journal), ("-o", output))
        wanted = [name for name, value in places if value is not None]
        if wanted in ([], ["-o"]):
            if self.resume:
                what = "--resume needs --output-dir or --journal"
                raise OptionError(what, "name what to go on with")
            return
        if len(wanted) > 1:
            raise OptionError(f"{' and '.join(wanted)} are two outputs", "choose one of them")
        if corrections is not None:
            raise OptionError(f"--corrections and {wanted[0]} do not go together", "use -o")
        for name in names if self.output_dir is not None else ():
            source, folder = Path(name).resolve(), Path(self.output_dir or "").resolve()
            if source.is_dir() and folder.is_relative_to(source):
                raise OptionError(
                    f"{self.output_dir} lies in {name}: what is written there would be read again",
                    "choose a folder beside it",
                )

    def _check_cluster(self) -> None:
        if self.cluster is None:
            return
        if self.output_dir is None:
            raise OptionError("--cluster needs --output-dir", "name a folder for the parts")
        if self.cluster != "local" and self.jobs > 1:
            raise OptionError(
                f"-j {self.jobs} says nothing of the workers of {self.cluster}",
                "use --cluster local, or no -j",
            )

    def count_jobs(self, ctx: click.Context) -> int:
        """How many processes; a cluster of its own has the whole machine."""
        from ..batch.worker import count_cores

        if self.cluster and ctx.get_parameter_source("jobs") is ParameterSource.DEFAULT:
            return count_cores()
        return self.jobs or count_cores()

    def reading_day(self, ctx: click.Context, read_on: str) -> Moment:
        """The reading date; where none is given, that of the run that goes on."""
        if self.resume and ctx.get_parameter_source("read_on") is ParameterSource.DEFAULT:
            from ..batch.each import JOURNAL
            from ..batch.journal import read_header

            place = Path(self.output_dir) / JOURNAL if self.output_dir else Path(self.journal or "")
            header = read_header(place)
            if header is not None and isinstance(day := header.made.get("reading_date"), str):
                return read_date(day)
        return read_date(read_on)


_batch_options = chain(
    setting(
        "-j",
        "--jobs",
        type=Whole(min=0),
        default=1,
        metavar="N",
        help="Processes that work side by side; 0: one for every processor. The chronology is the "
        "same. 1 by default.",
    ),
    setting(
        "--timeout",
        type=Seconds(0, min_open=True),
        metavar="SECONDS",
        help="How long one document may take; one that takes longer is a failure.",
    ),
    click.option(
        "--output-dir",
        type=click.Path(file_okay=False),
        metavar="DIR",
        help="A chronology for each document, in a file of its own, written as it is made (json, "
        "or as -f says). What was done is noted in DIR/.timeline.journal.",
    ),
    click.option(
        "--journal",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        help="The same in one file: a line of JSON for each document, with its chronology.",
    ),
    click.option(
        "--resume",
        is_flag=True,
        help="Go on with --output-dir or --journal where a run has stopped, with the same options; "
        "what failed is tried again.",
    ),
    setting(
        "--cluster",
        metavar="ADDRESS",
        help="Work with the Dask workers of a scheduler, such as tcp://host:8786; local: with as "
        "many processes as -j says, one for every processor without it. --output-dir then takes "
        "the documents by parts, a file each (json, jsonl, csv or parquet).",
    ),
)
batch_options = gather("batch", Batch, _batch_options)
