"""How sure it is that an encounter is rightly read: what speaks for it and against it, and what that weighs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from graphing.extract.frames.logistic import LogisticModel
from graphing.extract.frames.phrases import Reference
from graphing.extract.frames.telling import ACTS, ENGLISH, SIDE, UNSPOKEN, Telling, names_of
from graphing.extract.meetings.encounters import PARTNERS, Encounter, agree
from graphing.extract.meetings.gathering import Known
from graphing.model import DateRange

# The encounter model is fitted on articles whose names are right, and half of whose encounters were written to be hard. Certainty =
# sigmoid(slope · log-odds + offset), fitted on 265 encounters of 97 articles that no model learnt from, is as often right as it says there.
MANY = 6
PAIR = 2
CALIBRATION = (0.66, 0.09)
# What only looks back at an earlier encounter of the very people ('… 만났다. 지난해 12월 도쿄 회동 이후 처음이다') repeats nothing, as the
# model takes it to: of 11 such in the annotated articles 10 were right. It is never surer than the encounter that looks back.
LOOKS_BACK = 0.7
# A plan that is told surely, and not only in a headline, is no less sure for having no day yet (면담을 추진하고 있다), as the model takes
# it to be: of 5 such in the annotated articles 5 were right.
OPEN_PLAN = 0.55
TOLD_SURELY = 0.75
MANY_TIMES = re.compile(r"(?:여러|몇) ?(?:번|차례)|수차례")
# '“필요하면 B도 만나겠다”'
CONDITION = re.compile(r"[하되다라]면[ ,]")
# Nor does one told plainly of late lack a day because it is doubtful.
TOLD_PLAINLY = 0.9
LATELY = re.compile(r"(?<![가-힣])(?:최근|얼마 전|며칠 전|근래)(?:에|에는|엔)?,? ")
# What an English telling is worth by who is meant, and what a second one adds.
ONLY_ATTENDED, MEANT, TOLD_AGAIN = 0.6, 0.9, 0.05
# The model has seen few encounters of one person with a side that nobody names, and doubts them where he is not named in the sentence
# ('이어 하늘은행 임원들과 간담회를 했다'). So too where they have a date, he is whom the text is about, and it is told surely enough:
# of 5 such in the annotated articles 5 were right.
SIDE_TOLD = 0.4
SIDE_MET = 0.44
MAIN_TOPIC, LAST_TOPIC = frozenset({"topic", "main"}), frozenset({"topic", "subject"})


def certainty_of(found: Encounter, others: Known, model: LogisticModel, *, published: date | None) -> float:
    """How sure an encounter is, 0–1, calibrated. ``others`` are all of the article; ``published``: when it appeared, None where
    nobody has said so."""
    if all(ENGLISH in dated.telling.features for dated in found.tellings):
        return _in_english(found)
    odds = model.log_odds(encounter_features(found, others, published=published))
    sure = LogisticModel({}, CALIBRATION[0] * odds + CALIBRATION[1]).probability(())
    if _is_open_plan(found) or _is_lately(found) or _is_with_side(found) or _is_own_word(found):
        sure = max(sure, OPEN_PLAN)
    if sure >= LOOKS_BACK or not all(dated.recalled for dated in found.tellings):
        return sure
    twins = (other for other in others.sharing(found.names, 2) if set(other.names) == set(found.names))
    later = [other for other in twins if not any(dated.recalled for dated in other.tellings)]
    return max([sure, *(min(LOOKS_BACK, certainty_of(other, others, model, published=published)) for other in later)])


def _is_lately(found: Encounter) -> bool:
    """Whether an encounter of people who are named is told surely as held of late, and so on no day (최근, 얼마 전)."""
    return found.status == "held" and found.when is None and any(
        one.telling.certainty >= TOLD_PLAINLY
        and not one.telling.scene.headline
        and not {"habit", "q=1"} & set(one.telling.features)
        and LATELY.search(one.telling.words) is not None
        and len(names_of([link for link in one.telling.links if link[0].kind not in UNSPOKEN])) >= PAIR
        for one in found.tellings
    )


def _is_open_plan(found: Encounter) -> bool:
    """Whether an encounter of people who are named is planned, told surely, and for no day (이달, 이번 출장길에)."""
    if found.status != "planned" or (found.when is not None and found.when.precision == "day"):
        return False
    return any(
        one.telling.certainty >= TOLD_SURELY
        and not one.telling.scene.headline
        and "habit" not in one.telling.features
        and ("q=1" not in one.telling.features or _says_so_himself(one.telling))
        and len(names_of([link for link in one.telling.links if link[0].kind not in UNSPOKEN])) >= PAIR
        for one in found.tellings
    )


def _is_own_word(found: Encounter) -> bool:
    """Whether one of two says surely that he has met the other, if only on no day: 'A는 “어제 B를 만났다”고 말했다'."""
    return found.status == "held" and any(
        one.telling.certainty >= TOLD_SURELY
        and "q=1" in one.telling.features
        and _is_past(one.telling)
        and "habit" not in one.telling.features
        and not MANY_TIMES.search(one.telling.words)
        and _says_so_himself(one.telling)
        and len(names_of([link for link in one.telling.links if link[0].kind not in UNSPOKEN])) >= PAIR
        for one in found.tellings
    )


def _is_past(told: Telling) -> bool:
    """Whether the ending of a telling's cue is that of the past: 만났다, 저녁을 먹었다; not 만나는, 만날."""
    endings = (token for token in told.scene.sentence.tokens if token.end >= told.cue.end and token.tag[0] == "E")
    first = next(endings, None)
    return first is not None and first.tag == "EP" and first.form in ("었", "았", "였")


def _says_so_himself(told: Telling) -> bool:
    """Whether one of those who are to meet says with whom: 'A는 “B와 만나는 일정을 조율하고 있다”고 말했다'."""
    low, high = next(((low, high) for low, high in told.scene.quotes if low < told.cue.start < high), (0, 0))
    if CONDITION.search(told.words):
        return False
    says = any(reference.group == "는" and reference.end <= low for reference, _ in told.links)
    return says and any(reference.group in PARTNERS and low < reference.start < high for reference, _ in told.links)


def _in_english(found: Encounter) -> float:
    """How sure an encounter is that only English sentences tell: of these the plain patterns say how sure they are.

    Who only attended something that no sentence tells met nobody for certain; who is meant by a pronoun is less sure than who is named.
    """
    sure = 0.0
    for dated in found.tellings:
        told = dated.telling
        kinds = {reference.kind for reference, _ in told.links}
        weight = ONLY_ATTENDED if told.cue.kind == "attend" else MEANT if kinds - {"name", "title"} else 1.0
        sure = max(sure, weight * told.certainty)
    again = len({dated.telling.index for dated in found.tellings if dated.telling.cue.kind != "attend"}) > 1
    return min(1.0, sure + TOLD_AGAIN * again)


def _is_with_side(found: Encounter) -> bool:
    """Whether an encounter with people whom nobody names is dated, and who met them is named or whom the text is about."""
    if not found.orgs or len(found.names) != 1 or found.when is None:
        return False
    return any(
        one.telling.certainty >= SIDE_TOLD
        and not one.telling.scene.headline
        and one.telling.orgs
        and any(
            chance >= SIDE_MET and (reference.kind in ("name", "title", "pronoun") or _is_main(reference))
            for reference, chance in one.telling.links
        )
        and not {"habit", "q=1"} & set(one.telling.features)
        for one in found.tellings
    )


def _is_main(carried: Reference) -> bool:
    """Whether who is left out is whom the text is about, or the last sentence."""
    ways = set(carried.marker.split("+"))
    return carried.tail == ACTS or ways >= MAIN_TOPIC or ways >= LAST_TOPIC


def encounter_features(found: Encounter, others: Known, *, published: date | None) -> list[str]:
    """What the certainty of an encounter is judged by. ``others`` are all of the article (``found`` may be among them).

    Where nobody has said when the article appeared (``published``), that a day is not known says nothing of the encounter.
    """
    chances = sorted((dated.telling.certainty for dated in found.tellings), reverse=True)
    top = chances[0]
    when = found.when
    told = 2 if _own_day(found) else int(any(dated.here for dated in found.tellings))
    side = _side(when, published)
    return [
        f"top={int(top * 10)}",
        *(f"top>{limit}" for limit in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95) if top > limit),
        f"told={min(len(chances), 4)}",
        f"second={int(chances[1] * 5) if len(chances) > 1 else 'none'}",
        f"n={min(_told_together(found, others), 5)}",
        f"orgs={int(bool(found.orgs))}",
        f"status={found.status}",
        f"status={found.status},{side},{told}",
        f"date={when.precision if when else 'none'},{told}" if when or published else "date=day,2",
        f"place={int(found.place is not None)}",
        f"headline={int(all(dated.telling.scene.headline for dated in found.tellings))}",
        f"quoted={int(all('q=1' in dated.telling.features for dated in found.tellings))}",
        f"kinds={'|'.join(sorted({dated.telling.cue.kind for dated in found.tellings})[:2])}",
        *(f"kind={kind}" for kind in {dated.telling.cue.kind for dated in found.tellings}),
        *_weakest(found),
        f"relay={int(found.relay is not None)}",
        f"others={_beside_count(found, others)}",
        *_beside(found, others),
    ]


def _told_together(found: Encounter, others: Known) -> int:
    """How many people the words that tell it name: of a relay (B, C, D를 차례로 만났다) all, for they stand or fall together."""
    if found.relay is None:
        return len(found.names) + len(found.orgs)
    parts = (other for other in others.sharing(found.names, 1) if other.relay == found.relay)
    return len({name for part in parts for name in part.names} | set(found.names))


def _side(when: DateRange | None, published: date | None) -> str:
    """Where a date lies: what is to come lies ahead of publication, and what was held does not."""
    if when is None or published is None:
        return "none"
    told, today = when.iso(), published.isoformat()[: len(when.iso())]
    return "ahead" if told > today else "behind" if told < today else "now"


def _own_day(found: Encounter) -> bool:
    """Whether a sentence that tells the encounter gives its date as well."""
    return any(dated.own and dated.when is not None for dated in found.tellings)


def _weakest(found: Encounter) -> list[str]:
    """How sure it is that the least sure of its people took part, by the surest of his links."""
    surest: dict[str, float] = {}
    for dated in found.tellings:
        for reference, chance in dated.telling.links:
            for name in reference.names:
                surest[name] = max(surest.get(name, 0.0), chance)
    ranked = sorted([*surest.values(), *[SIDE] * len(found.orgs)])
    second = ranked[-2] if len(ranked) > 1 else ranked[-1] if ranked else 0.0
    names = {reference.kind for dated in found.tellings for reference, _ in dated.telling.links}
    return [
        *(f"weakest>{limit}" for limit in (0.5, 0.7, 0.85, 0.95) if ranked and ranked[0] > limit),
        *(f"pair>{limit}" for limit in (0.5, 0.7, 0.85, 0.95) if second > limit),
        f"named={int('name' in names)},{int('carried' in names)}",
        f"attendants={min(len(found.attendants), 3)}",
    ]


def _listed_together(one: Encounter, other: Encounter) -> bool:
    """Whether one sentence tells both, as parts of one relay (차례로 만났다) or recalling one of them ('지난해 1월과 6월에 이어 세 번째'):
    neither repeats the other."""
    if one.relay is not None and one.relay == other.relay:
        return True
    return not (one.indexes.isdisjoint(other.recalled_at) and other.indexes.isdisjoint(one.recalled_at))


def _repeatable(found: Encounter, others: Iterable[Encounter]) -> Iterator[Encounter]:
    """Those of the others that may tell again what this one tells."""
    return (other for other in others if other is not found and not _listed_together(found, other))


def _beside_count(found: Encounter, others: Known) -> int:
    return sum(1 for _ in islice(_repeatable(found, others.all), MANY))


def _beside(found: Encounter, others: Known) -> list[str]:
    """How an encounter stands to the others of its article: one that repeats another with fewer or other people is seldom one of its
    own."""
    members = {*found.names, *found.orgs}
    here = {dated.telling.index for dated in found.tellings}
    features = []
    for other in _repeatable(found, others.sharing(members, 1)):
        theirs = {*other.names, *other.orgs}
        common = len(members & theirs)
        how = "all" if members == theirs else "part" if members < theirs else "more" if theirs < members else "two" if common > 1 else "one"
        dates = "none" if found.when is None or other.when is None else "one" if agree(found.when, other.when) else "other"
        # Each has a day of its own: the same people met twice, and no telling is doubtful for that.
        dates = "apart" if dates == "other" and _own_day(found) and _own_day(other) else dates
        status = "same" if found.status == other.status else f"{found.status},{other.status}"
        near = not here.isdisjoint({dated.telling.index for dated in other.tellings})
        surer = max(d.telling.certainty for d in other.tellings) > max(d.telling.certainty for d in found.tellings)
        features += [
            f"beside={how},{dates}",
            f"beside={how},{status}",
            f"beside={how},{dates},{int(near)}",
            f"beside={how},surer{int(surer)}",
        ]
    return sorted(set(features))
