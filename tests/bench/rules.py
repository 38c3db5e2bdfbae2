"""Which rules of the reading carry over: what each gives on annotated texts, by leaving it out.

    .venv/bin/python tests/bench/rules.py CORPUS… [--most 30]

A rule is here a regular expression that a module of graphing.extract names, or a function of one that answers yes or no, or something
or None. Each is left out (it finds nothing, says no) on those documents in which it spoke, at most ``--most`` of them, and the documents
are read again. Printed are the rules that never spoke, those that spoke and changed nothing, and what each other one gives: how many
documents change, and by how many right and wrong pairs of encounter and participant, of the right day. Run it on texts that nobody
saw who wrote the rules: on texts that they were written for every rule looks needed. What keeps apart people who did not meet hardly
speaks in texts chosen for their encounters: that it is silent there is no reason to take it out. A minute, and some for every hundred
documents.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import inspect
import pkgutil
import re
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import graphing.extract
from graphing.evaluate.corpus import Annotated, read_corpus
from graphing.evaluate.reading import evaluate

PREFIX = "graphing.extract."
# What a pattern left out answers to each way of asking.
NOTHING: dict[str, Callable[..., Any]] = {
    "search": lambda *_: None,
    "match": lambda *_: None,
    "fullmatch": lambda *_: None,
    "finditer": lambda *_: iter(()),
    "findall": lambda *_: [],
    "split": lambda text, *_: [text],
    "sub": lambda _, text, *__: text,
}


class Counted(NamedTuple):
    """Pairs of encounter and participant with the right day: right ones, wrong ones, and encounters matched."""

    right: int
    wrong: int
    encounters: int


class Watch:
    """Which rules spoke in the present document, and which one is left out."""

    def __init__(self) -> None:
        self.spoke: set[str] = set()
        self.out: str | None = None


class Pattern:
    """A compiled pattern that tells a watch when it finds something, and finds nothing while it is left out."""

    def __init__(self, pattern: re.Pattern[str], name: str, watch: Watch) -> None:
        self._pattern, self._name, self._watch = pattern, name, watch

    def __getattr__(self, asked: str) -> Any:
        real = getattr(self._pattern, asked)
        return functools.partial(self._ask, asked, real) if asked in NOTHING else real

    def _ask(self, asked: str, real: Callable[..., Any], *given: Any) -> Any:
        if self._watch.out == self._name:
            return NOTHING[asked](*given)
        found = real(*given)
        if asked == "finditer":
            found = list(found)
        if found and not (asked == "split" and len(found) == 1) and not (asked == "sub" and found == given[1]):
            self._watch.spoke.add(self._name)
        return iter(found) if asked == "finditer" else found


def watched(function: Callable[..., Any], name: str, no: Any, watch: Watch) -> Callable[..., Any]:
    """A function that tells when its answer is no plain no, and says no while it is left out."""

    @functools.wraps(function)
    def asked(*given: Any, **named: Any) -> Any:
        if watch.out == name:
            return no
        answer = function(*given, **named)
        if answer:
            watch.spoke.add(name)
        return answer

    return asked


def put_under(watch: Watch) -> list[str]:
    """Puts every rule of graphing.extract under watch, wherever it was imported to; returns their names."""
    modules = [importlib.import_module(found.name) for found in pkgutil.walk_packages(graphing.extract.__path__, PREFIX)]
    modules = [module for module in modules if ".training." not in module.__name__]
    rules: dict[int, tuple[Any, Any]] = {}
    names: list[str] = []
    for module in modules:
        for name, value in vars(module).items():
            rule = f"{module.__name__.removeprefix(PREFIX)}.{name}"
            if id(value) in rules:
                continue
            if isinstance(value, re.Pattern):
                rules[id(value)] = (value, Pattern(value, rule, watch))
            elif isinstance(value, types.FunctionType) and value.__module__ == module.__name__:
                answer = str(value.__annotations__.get("return", ""))
                if answer != "bool" and not answer.endswith("| None"):
                    continue
                rules[id(value)] = (value, watched(value, rule, False if answer == "bool" else None, watch))
            else:
                continue
            names.append(rule)
    for module in modules:
        for name, value in list(vars(module).items()):
            if id(value) in rules:
                setattr(module, name, rules[id(value)][1])
            elif type(value) in (tuple, dict) and not name.startswith("__"):
                setattr(module, name, _within(value, rules))
    return names


def _within(value: Any, rules: dict[int, tuple[Any, Any]]) -> Any:
    """A tuple or dict with the rules in it under watch."""
    if id(value) in rules:
        return rules[id(value)][1]
    if type(value) is tuple:
        return tuple(_within(one, rules) for one in value)
    if type(value) is dict:
        return {key: _within(one, rules) for key, one in value.items()}
    return value


def forgetting() -> Callable[[], None]:
    """What empties the caches that remember answers about texts."""
    cached = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith(PREFIX)]
    # What is known of a model, or without being asked about any text, no rule changes.
    of_texts = [one for one in cached if "str" in [str(p.annotation) for p in inspect.signature(one).parameters.values()][:1]]

    def forget() -> None:
        for one in of_texts:
            one.cache_clear()

    return forget


def counted(annotated: Annotated) -> Counted:
    tallies = evaluate([annotated]).counted
    dated, met = tallies["dated"], tallies["encounters"]
    return Counted(dated.both, dated.found_only + dated.right_only, met.both)


def left_out(corpora: Sequence[Path], most: int) -> Iterator[tuple[str, int, list[Counted]]]:
    """(rule, in how many documents it spoke, what changed in each that changed without it: a gain is above 0)."""
    watch = Watch()
    names = put_under(watch)
    forget = forgetting()
    documents = [annotated for corpus in corpora for annotated in read_corpus(corpus)]
    whole, spoke = [], []
    for annotated in documents:
        watch.spoke = set()
        whole.append(counted(annotated))
        spoke.append(watch.spoke)
    for name in names:
        where = [number for number, rules in enumerate(spoke) if name in rules]
        changes = []
        forget()
        watch.out = name
        for number in where[:most]:
            now, before = counted(documents[number]), whole[number]
            if now != before:
                changes.append(Counted(*(a - b for a, b in zip(now, before, strict=True))))
        watch.out = None
        yield name, len(where), changes
    forget()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+", help="folders of NAME.txt and NAME.json pairs")
    parser.add_argument("--most", type=int, default=30, metavar="N", help="documents to read again for a rule (default 30)")
    options = parser.parse_args()
    found = list(left_out(options.corpus, options.most))
    silent = [name for name, spoke, _ in found if not spoke]
    idle = [f"{name} ({spoke})" for name, spoke, changes in found if spoke and not changes]
    print(f"{len(found)} rules\n\nnever spoke ({len(silent)}):", *silent, sep="\n  ")
    print(f"\nchanged nothing where they spoke, in so many documents ({len(idle)}):", *idle, sep="\n  ")
    print("\nwithout it: documents changed of those in which it spoke, right pairs, wrong pairs, encounters matched")
    rest = [(name, spoke, changes, [sum(column) for column in zip(*changes, strict=True)]) for name, spoke, changes in found if changes]
    for name, spoke, changes, (right, wrong, met) in sorted(rest, key=lambda one: one[3][1] - one[3][0]):
        print(f"  {name}: {len(changes)} of {spoke}, {right:+d}, {wrong:+d}, {met:+d}")


if __name__ == "__main__":
    main()
