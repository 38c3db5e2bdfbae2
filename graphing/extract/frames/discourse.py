"""Whom a text has been speaking of: what plural words, pronouns and unspoken subjects look back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from graphing.model import Sentence

# How many sentences about people back a group may be meant by a number (두 사람), and a person by an unspoken subject.
REACH = 8
TOPIC_REACH = 4
THEY_REACH = 4
# So many sentences after the one that says that somebody did not come, he is not meant where they tell who did.
AWAY_REACH = 3
# How groups that were told together compete, in sentences of distance: one told before again and again is nearer, one told only in
# passing (in a relative clause, as the last time before this one) is farther.
AGAIN = 0.5
ASIDE = 3.0
# The sign that opens an item of a list.
ITEM = re.compile(r"\s*[△▲▷▶■□●○◇◆◦•·]\s?[^△▲▷▶■□●○◇◆◦•,.]{2,40}[가-힣](?:은|는) ")
BULLET = re.compile(r"\s*[△▲▷▶■□●○◇◆◦•·]\s?[가-힣A-Z]")


@dataclass(frozen=True, slots=True)
class Group:
    """People told to be together, or named as one subject, in the sentence numbered ``sentence``; ``aside`` where only in passing."""

    sentence: int
    names: tuple[str, ...]
    aside: bool = False
    told: bool = True


@dataclass(slots=True)
class Sightings:
    """Who was spoken of so far, sentence by sentence (only sentences that speak of people count)."""

    main: str | None = None
    # Who gives the answers of the interview that is being read.
    speaker: str | None = None
    sentences: list[tuple[str, ...]] = field(default_factory=list)
    topics: list[str | None] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    # How often each group, and each of them, was told together with others.
    _told: Counter[frozenset[str]] = field(default_factory=Counter)
    _met: Counter[str] = field(default_factory=Counter)
    # Whether the last sentence says that its subject is what it is about.
    firm: bool = False
    paragraph: int = -1
    paragraph_topic: str | None = None
    # Who alone met somebody in the last sentence, None where that is open.
    acting: str | None = None
    # Whom English sentences call he ("m") or she ("f").
    genders: dict[str, str] = field(default_factory=dict)
    # Who spoke last in an English text: the I of what is quoted next.
    sayer: str | None = None
    # By name, the last sentence that says that somebody stayed away.
    _away: dict[str, int] = field(default_factory=dict)

    def meet_unnamed(self) -> None:
        """Take note that the sentence that is being read tells an encounter with people whom nobody names."""
        self.groups.append(Group(len(self.sentences), ()))

    def met_unnamed(self) -> bool:
        """Whether the encounter told last is with people whom nobody names."""
        last = next((group for group in reversed(self.groups) if group.told), None)
        return last is not None and not last.names

    def stay_away(self, names: tuple[str, ...]) -> None:
        """Those who are told in the sentence that is being read not to have come."""
        self._away.update(dict.fromkeys(names, len(self.sentences)))

    def away(self, name: str) -> bool:
        """Whether one of the last sentences says that somebody did not come: he is none of those who, as the next ones tell, did."""
        return name in self._away and len(self.sentences) - self._away[name] <= AWAY_REACH

    def tell(self, names: tuple[str, ...], *, aside: bool = False) -> None:
        """Those who are told to be together in the sentence that is being read."""
        self.groups.append(Group(len(self.sentences), names, aside))
        self._told[frozenset(names)] += 1
        self._met.update(set(names))

    def hear(
        self, spoken: tuple[str, ...], topic: str | None, subjects: tuple[str, ...] = (), paragraph: int = -1, *, firm: bool = False,
        acting: str | None = None,
    ) -> None:
        """The end of a sentence that speaks of ``spoken``, is about ``topic``, and has ``subjects`` as its one subject.

        ``firm``: whether it says by its particle (는), or by leaving him unsaid, that it is about him; ``acting``: who alone meets
        somebody in it.
        """
        # What he says of it does not make it another's.
        self.acting = acting or (self.acting if set(spoken) == {self.acting} else None)
        if len(subjects) > 1:
            self.groups.append(Group(len(self.sentences), subjects, told=False))
        self.sentences.append(spoken)
        self.topics.append(topic)
        self.firm = firm
        if paragraph != self.paragraph:
            self.paragraph, self.paragraph_topic = paragraph, None
        self.paragraph_topic = self.paragraph_topic or topic

    def last_of(
        self,
        count: int,
        here: tuple[str, ...],
        fitting: Collection[str] = (),
        *,
        reach: int = REACH,
        without: Collection[str] = (),
    ) -> tuple[str, ...] | None:
        """The ``count`` people meant by a number, looking back from ``here``; None where the sentences leave it open.

        ``fitting`` are those who bear the title that is counted (두 대표), empty where none is; ``without`` whom they are not, as he
        does something with them.
        """
        here, fitting = (tuple(name for name in names if name not in without) for names in (here, fitting))
        gathered = dict.fromkeys(here)
        seen = {name for names in self.sentences[-reach:] for name in names} | set(here)
        fit = tuple(name for name in fitting if name in seen)
        if len(fit) > count:
            return self._of_title(count, here, fit, reach)
        if len(fit) == count:
            return fit
        if len(gathered) == count:
            return tuple(gathered)
        if fit and len(fitting) == count and all(any(name in names for names in self.sentences) for name in fitting if name not in seen):
            # One of the two has not been spoken of for long; no one else bears the title.
            return tuple(fitting)
        group = self._group(count, gathered, (), reach, without)
        if group:
            return group
        for spoken in reversed(self.sentences[-reach:]):
            names = tuple(name for name in spoken if name not in without)
            if len(set(names)) == count:
                return tuple(dict.fromkeys(names))
            merged = gathered | dict.fromkeys(names)
            if len(merged) == count - 1:
                # One is missing: whom the text is about, before somebody of an earlier sentence.
                missing = next((name for name in (self.topic(), self.main) if name and name not in merged and name not in without), None)
                if missing:
                    return (missing, *merged)
            if len(merged) == count:
                return tuple(merged)
            if len(merged) > count:
                return None
            gathered = merged
        return None

    def _of_title(self, count: int, here: Sequence[str], fit: Collection[str], reach: int) -> tuple[str, ...] | None:
        """The ``count`` people meant among more who bear the title: a group of theirs, else the nearest; None where that is open."""
        gathered = dict.fromkeys(name for name in here if name in fit)
        if len(gathered) == count:
            return tuple(gathered)
        group = self._group(count, gathered, fit, reach)
        if group:
            return group
        for names in reversed(self.sentences[-reach:]):
            gathered |= dict.fromkeys(name for name in names if name in fit)
            if len(gathered) >= count:
                return tuple(gathered) if len(gathered) == count else None
        return None

    def _group(
        self, count: int, here: Iterable[str], fit: Collection[str], reach: int, without: Collection[str] = ()
    ) -> tuple[str, ...] | None:
        """The nearest group of so many, among those that hold all of ``here``, none of ``without`` and, where given, only ``fit``."""
        best: tuple[float, tuple[str, ...]] | None = None
        for group in self.groups[-10:]:
            distance = float(len(self.sentences) - group.sentence)
            if len(group.names) != count or distance > reach or not set(here) <= set(group.names):
                continue
            if (fit and not set(group.names) <= set(fit)) or not set(without).isdisjoint(group.names):
                continue
            distance += ASIDE * group.aside - AGAIN * min(self._told[frozenset(group.names)], 3)
            if best is None or distance <= best[0]:
                best = distance, group.names
        return best[1] if best else None

    def topic(self) -> str | None:
        """Whom the last sentences were about."""
        return next((topic for topic in reversed(self.topics[-TOPIC_REACH:]) if topic), None)

    def lead(self) -> str | None:
        """Whom the text is about at its beginning."""
        return next((topic for topic in self.topics if topic), None)

    def pronoun(self, before: Collection[str] = ()) -> str | None:
        """Whom 그 means: the only person of the last sentence, else whom the last sentences were about; so too where the last one told
        what somebody did whom it left unsaid ('B와의 조찬은 취소됐다. 그는 …').

        ``before`` are those who stand beside it as subject (A가 그를 맞았다), and so are others than he.
        """
        last = [name for name in (self.sentences[-1] if self.sentences else ()) if name not in before]
        unspoken = self.topics[-1] if self.sentences and self.topics[-1] not in self.sentences[-1] else None
        if self.acting and not before:
            return self.acting
        if len(last) == 1 and (before or not unspoken):
            return last[0]
        if before and self.main in last:
            # '장관은 어제 게이츠와 만났다. 하루 전에는 총리가 그를 접견했다': the visitor whom the text is about.
            return self.main
        return next((topic for topic in reversed(self.topics[-TOPIC_REACH:]) if topic and topic not in before), None)

    def they(self) -> tuple[str, ...]:
        """Whom 이들 means: the one subject of the last sentences, all of the last sentence, or those last told together."""
        near = len(self.sentences) - THEY_REACH
        listed = next((group.names for group in reversed(self.groups) if not group.told and group.sentence >= near), None)
        if listed:
            return listed
        if self.sentences and len(self.sentences[-1]) > 1:
            return self.sentences[-1]
        return self.pair(2)

    def bearer(self, bearers: Sequence[str], before: Sequence[str]) -> str | None:
        """Which of several who bear a title is meant by the title alone: the nearest, None where two are equally near."""
        for names in (before, *reversed(self.sentences[-3:])):
            near = [name for name in bearers if name in names]
            if near:
                return near[0] if len(near) == 1 else None
        return None

    def pair(self, reach: int = 6) -> tuple[str, ...]:
        """Those who were last told to be together, within so many sentences."""
        last = next((group for group in reversed(self.groups) if group.told and group.names), None)
        return last.names if last and len(self.sentences) - last.sentence <= reach else ()

    def carried(self, spoken: Sequence[str], paragraph: int = -1) -> list[tuple[str, str]]:
        """(name, why) of those who may be the unspoken subject of a sentence in which ``spoken`` are named.

        ``why`` joins with + how each comes to mind: topic (of the last sentences), main (most named), last (in the last sentence),
        subject (of the last sentence), firm (said to be whom it is about), lead (first topic of the text), start (first of the
        paragraph), here (the same where ``paragraph``, the sentence's, is still that one), hub (most often told to meet others), told
        (met somebody last), before (the topic before this one), speaker (gives the answers of an interview).
        """
        topic = self.topic()
        last = self.sentences[-1] if self.sentences else ()
        recent = [one for one in self.topics[-2 * TOPIC_REACH :] if one]
        met = self._met.most_common(2)
        hub = met[0][0] if met and met[0][1] > 1 and (len(met) == 1 or met[0][1] > met[1][1]) else None
        ways = {
            "speaker": self.speaker,
            "topic": topic,
            "main": self.main,
            "subject": self.topics[-1] if self.topics else None,
            "firm": self.topics[-1] if self.topics and self.firm else None,
            "lead": self.lead(),
            "start": self.paragraph_topic,
            "here": self.paragraph_topic if paragraph == self.paragraph else None,
            "hub": hub,
            "before": next((one for one in reversed(recent) if one != topic), None),
        }
        told = self.pair()
        found: dict[str, str] = {}
        for name in (*ways.values(), *last[:3]):
            if name and name not in spoken and name not in found:
                why = [way for way, who in ways.items() if who == name]
                why += [way for way, names in (("last", last), ("told", told)) if name in names]
                found[name] = "+".join(why)
        return list(found.items())


def is_item(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a piece of news of its own in a list: '▲A 회장은 … 선임됐다.', '▲A 회장은 … 면담'; not a line of names."""
    if BULLET.match(text, sentence.start) is None:
        return False
    return text[sentence.start : sentence.end].rstrip(" .”\"").endswith("다") or ITEM.match(text, sentence.start, sentence.end) is not None
