"""Training the models of meetings, on a corpus of made-up texts by two writers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from graphing.extract.training.meetings import encounters, fit, main, overlap, own, read, right_encounters, right_meeting

PEOPLE = (("민도영", "한빛전자", "회장"), ("고은찬", "누리은행", "행장"), ("서하람", "다온그룹", "부회장"), ("노윤슬", "가온해운", "사장"))
MODELS = ("linking", "telling", "attendance", "encounter")


def record(text: str, people: Sequence[tuple[str, str, str]], meetings: list[dict[str, object]]) -> dict[str, object]:
    """The answers of a text in which every name stands once."""
    marks = [[text.index(name), text.index(name) + len(name), "P", name] for name, _, _ in people]
    marks += [[text.index(org), text.index(org) + len(org), "O", org] for _, org, _ in people]
    return {
        "published": "2025-02-05",
        "people": [{"name": name, "aliases": [], "roles": [{"org": org, "title": title}]} for name, org, title in people],
        "organizations": [{"name": org, "aliases": [], "type": "company"} for _, org, _ in people],
        "meetings": meetings,
        "mentions": marks,
    }


def corpus(folder: Path) -> Path:
    """Each writer tells who met and who did not, in words of his own."""
    ways = {"x": ("{a}은 4일 {b}과 만나 투자를 논의했다.", "{a}은 올랐고 {b}은 내렸다고 업계가 전했다."),
            "y": ("{a}이 3일 {b}과 오찬을 함께했다.", "{a}의 지분은 12%, {b}의 지분은 3%로 면담과 무관하다.")}  # fmt: skip
    for writer, (met, apart) in ways.items():
        for number in range(6):
            one, other = PEOPLE[number % 4], PEOPLE[(number + 1 + number // 4) % 4]
            a, b = (" ".join((name, org, title)) for name, org, title in (one, other))
            evidence = met.format(a=a, b=b)
            day = "2025-02-04" if writer == "x" else "2025-02-03"
            told = {"participants": [one[0], other[0]], "orgs": [], "status": "held", "date": day, "place": None, "evidence": evidence}
            text = evidence if number % 2 else apart.format(a=a, b=b)
            answers = record(text, (one, other), [told] if number % 2 else [])
            (folder / f"{writer}{number}.txt").write_text(text, encoding="utf-8")
            (folder / f"{writer}{number}.json").write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("corpus"))


def test_answers_stand_in_the_articles_own_offsets(folder: Path) -> None:
    examples = list(read(folder))
    assert [example.group for example in examples] == ["x"] * 6 + ["y"] * 6
    for example in examples:
        text = example.article.text
        assert all(text[m.start : m.end] == m.text for one in (*example.people, *example.organizations) for m in one.mentions)
        assert all(len(one.mentions) == 1 for one in example.people)
        assert all(text[gold.start : gold.end] == text for gold in example.gold)


def test_an_article_of_a_page_gets_its_own_answers(tmp_path: Path) -> None:
    one = "민도영 한빛전자 회장이 4일 고은찬 누리은행 행장과 만났다. 두 회사는 함께 공장을 짓기로 했다."
    two = "서하람 다온그룹 부회장이 3일 노윤슬 가온해운 사장과 만찬을 했다. 두 회사는 배를 함께 쓰기로 했다."
    text = f"{one}\n\n\n{two}"
    start = text.index(two)
    parts = []
    for part, offset, people in ((one, 0, PEOPLE[:2]), (two, start, PEOPLE[2:])):
        names = [name for name, _, _ in people]
        told = {"participants": names, "orgs": [], "status": "held", "date": None, "place": None, "evidence": part.split(".")[0]}
        answers = record(part, people, [told])
        answers["mentions"] = [[a + offset, b + offset, kind, name] for a, b, kind, name in answers["mentions"]]  # type: ignore[attr-defined]
        parts.append({**answers, "start": offset, "end": offset + len(part)})
    (tmp_path / "p1.txt").write_text(text, encoding="utf-8")
    (tmp_path / "p1.json").write_text(json.dumps({"published": "2025-02-05", "articles": parts}, ensure_ascii=False), encoding="utf-8")
    for example in read(tmp_path):
        (person, other) = example.people
        (gold,) = example.gold
        assert gold.people == {person.name, other.name}
        assert example.article.text[gold.start : gold.end].startswith(person.name)


def test_the_models_learn_what_the_answers_show_and_nothing_is_drawn_at_random(folder: Path) -> None:
    examples = list(read(folder))
    models = fit(examples)
    assert [model.dump() for model in fit(list(read(folder)))] == [model.dump() for model in models]
    for example in examples:
        found = encounters(example, *models[:2])[0]
        assert len(found) == len(example.gold)
        assert right_encounters(example, found) == frozenset(range(len(found)))
        # Of two that tell one meeting, one repeats the other.
        assert right_encounters(example, [*found, *found]) == frozenset(range(len(found)))
        for encounter, gold in zip(found, example.gold, strict=True):
            assert right_meeting(example, encounter) == gold


def test_the_articles_that_ship_have_a_label_for_every_cue() -> None:
    example = next(own())
    assert example.gold
    assert {number for label in example.labels.values() for number in label.meetings} <= set(range(len(example.gold)))
    assert any(label.meetings for label in example.labels.values())


def test_the_command_writes_four_models_and_leaves_out_whom_it_is_told_to(folder: Path, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole", tmp_path / "part"
    for output, options in ((whole, []), (part, ["--leave-out", "y"])):
        output.mkdir()
        main([str(folder), "--only-given", "--output", str(output), *options])
        assert sorted(path.stem for path in output.iterdir()) == sorted(MODELS)
    assert (whole / "linking.model").read_text(encoding="utf-8") != (part / "linking.model").read_text(encoding="utf-8")


def test_overlap() -> None:
    assert overlap({"가", "나"}, {"가", "나"}) == 1
    assert overlap({"가", "나", "다"}, {"가", "나"}) == pytest.approx(2 / 3)
    assert overlap({"가"}, {"나"}) == 0
    assert overlap(set(), set()) == 0
