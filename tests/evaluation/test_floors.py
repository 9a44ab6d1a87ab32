"""The figures on the development documents do not fall below models/scores.json."""

import pytest

from timeline.evaluation.corpora import find_corpora, read_splits
from timeline.evaluation.floors import check_floors, read_floors
from timeline.evaluation.run import evaluate
from timeline.paths import models_dir
from timeline.pipeline import Options, load

PLACES = {"timebank": "timebank", "aquaint": "aquaint", "recognizers": "recognizers"}


@pytest.mark.parametrize("name", PLACES)
def test_floors(corpora, name):
    path = models_dir() / "scores.json"
    if not path.exists():
        pytest.skip("models/scores.json holds no floors yet: timeline evaluate ... --save")
    floors = read_floors(path)
    if name not in floors:
        pytest.skip(f"models/scores.json has no floors for {name}")
    folder = corpora / PLACES[name]
    if not folder.is_dir():
        pytest.skip(f"needs ../shared/corpora/{name}, which is not part of the repository")
    found = find_corpora([str(folder)], ["development"], read_splits())
    results = list(evaluate(found, load(Options()).annotate_all))
    breaches = check_floors(results, floors)
    assert not breaches, "\n".join(
        f"{b.corpus} {b.part} {b.figure}: {b.now} {b.reason} {b.floor}" for b in breaches
    )
