"""`timeline explain`: how each date came about, of one document or several."""

import re
from pathlib import Path

import pytest
from cli.calling import READ_ON, TEXT, complaint, run


def test_explain(here: Path) -> None:
    text = run("explain", "wire.txt", *READ_ON).stdout
    assert "document date: 2022-01-10 (Mon 10 Jan 2022)" in text
    assert "dated by the sieve" in text
    at = TEXT.index("January 2.")
    told = run("explain", "wire.txt", "--at", str(at), *READ_ON).stdout
    assert f't{at} "January 2" (line 1, offset {at})' in told
    assert "dates e" in told
    event = TEXT.index("erupted")
    assert "sieve" in run("explain", "wire.txt", f"e{event}", *READ_ON).stdout
    assert "document date" in run("explain", "wire.txt", "t0", *READ_ON).stdout
    assert "rule" in run("explain", "-", f"t{at}", *READ_ON, text=TEXT).stdout


def test_explain_tells_where_documents_disagree(here: Path) -> None:
    Path("a.txt").write_text("Oslo, 6 May 2021\n\nAnders Vik died in Port Lenn on 4 May 2021.\n")
    Path("b.txt").write_text("Oslo, 7 May 2021\n\nAnders Vik died in Port Lenn on 3 May 2021.\n")
    told = run("explain", "a.txt", "b.txt", *READ_ON).stdout
    common = told.partition("\nTold by several documents:\n")[2].splitlines()
    assert common[1] == '    a.txt, Tue 4 May 2021: "Anders Vik died in Port Lenn on 4 May 2021."'
    assert common[2] == '    b.txt, Mon 3 May 2021: "Anders Vik died in Port Lenn on 3 May 2021."'
    assert common[3].startswith("      not taken: ")
    assert "Told by several" not in run("explain", "a.txt", *READ_ON).stdout


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["missing.txt"], "missing.txt: ", ""),
        (["wire.txt", "e99"], "there is no 'e99' in wire.txt", "lists the ids"),
        (
            ["wire.txt", "wire2.txt", "e99"],
            "there is no 'e99' in any of the 2 doc",
            "lists the ids",
        ),
        (["wire.txt", "wire2.txt", "--at", "1"], "--at needs one document, not 2", "give an ID"),
        (["wire.txt", "--at", "9999"], "--at 9999 is outside the text", "characters"),
        (["wire.txt", "--at", "25"], "nothing was found at offset 25, line 1", "the nearest is"),
    ],
)
def test_explain_refuses(here: Path, arguments: list[str], sentence: str, hint: str) -> None:
    (here / "wire2.txt").write_text(f"{TEXT}More.\n", encoding="utf-8")
    said, tip = complaint(run("explain", *arguments, *READ_ON))
    assert said.startswith(sentence)
    assert hint in tip


def test_an_id_is_taken_for_one_of_its_kind_only(here: Path) -> None:
    text = "It is so. " * 100 + "On 3 May 2021 she left."
    (here / "long.txt").write_text(text, encoding="utf-8")
    _, near = complaint(run("explain", "long.txt", "t1013", *READ_ON))
    assert near.startswith("did you mean t1003?")
    _, far = complaint(run("explain", "long.txt", "e10039", *READ_ON))
    assert "did you mean" not in far


def test_explain_lists_the_dates_that_date_nothing(here: Path) -> None:
    text = "Grace Hume (9 May 1901 - 3 June 1980), a writer. She left in May 1950."
    told = run("explain", *READ_ON, text=text).stdout
    _, mark, idle = told.partition("Time expressions that date no event:\n")
    assert mark
    assert '"9 May 1901 - 3 June 1980"' in idle
    assert '"3 June 1980"' not in idle
    assert '"May 1950"' not in idle
    assert mark not in run("explain", *READ_ON, text="She left in May 1950.").stdout


def test_explain_lists_a_date_that_only_others_are_counted_from(here: Path) -> None:
    text = "The time on the clock was 11:37 on 3 May 2021. Two days later she left."
    told = run("explain", *READ_ON, text=text).stdout
    _, mark, idle = told.partition("Time expressions that date no event:\n")
    assert mark
    assert "2021-05-03" in idle and "counted from it: " in idle
    assert '"Two days later"' in idle.partition("counted from it")[2]


def test_explain_several(here: Path) -> None:
    (here / "t0").write_text("PARIS, May 2, 2020. It rained on May 1.\n", encoding="utf-8")
    both = run("explain", "wire.txt", "t0", *READ_ON)
    assert both.exit_code == 0
    assert re.findall(r"document date: (\S+)", both.stdout) == ["2022-01-10", "2020-05-02"]
    assert "Fri 1 May 2020: It rained" in both.stdout
    (here / "t0").rename(here / "other.txt")
    dates = run("explain", "*.txt", "t0", *READ_ON).stdout
    assert re.findall(r"document date: (\S+)", dates) == ["2020-05-02", "2022-01-10"]
    assert "rained" not in dates
    partly = run("explain", "wire.txt", "missing.txt", *READ_ON)
    assert partly.exit_code == 3
    assert "missing.txt: there is no such file" in partly.stderr


@pytest.mark.parametrize("arguments", [[], ["-"], ["t0"]])
def test_explain_what_is_piped_in(here: Path, arguments: list[str]) -> None:
    result = run("explain", *arguments, *READ_ON, text=TEXT)
    assert result.exit_code == 0
    assert result.stdout.startswith("-\n  document date: 2022-01-10")
    assert ("dated by the sieve" in result.stdout) is (arguments != ["t0"])
