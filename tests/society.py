"""A made-up society as extraction would hand it over: people, companies and agencies, all invented.

The same numbers give the same society. Few meet often and most seldom, as in the news; some luncheons have many guests.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, product

from sample import article, meeting, organization, person, span

from graphing.model import DateRange, Extraction, MeetingStatus, Precision

SURNAMES = "김이박최정강조윤장임한오서신권황안송류홍"
FIRST = "도서하지민유태은규해"
SECOND = "현우린솔준결환담윤빈"
STEMS = ("가람", "누리", "한별", "라온", "다온", "새론", "미르", "아라", "푸른", "해솔", "그린내", "마루", "나래", "도담", "온새")
BRANCHES = ("전자", "통신", "은행", "화학", "건설", "증권", "바이오", "물산")
AGENCIES = ("전파진흥원", "산업조정위원회", "물류안전청", "금융협력단", "신기술지원청", "도시재생본부")
TITLES = ("회장", "대표", "사장", "부회장", "전무")
PLACES = ("한빛호텔", "남산클럽", "더서울호텔", "강변회관", "여의도 사무소", "부산 전시장", "제주 연수원")
TOPICS = ("반도체 공동 투자", "위성 통신망 구축", "지분 맞교환", "신약 임상 협력", "배터리 재활용", "해외 플랜트 수주", "공동 마케팅 방안")
OUTLETS = ("가상일보", "모의경제", "예시신문", "견본타임스", "표본통신")
VERBS: dict[MeetingStatus, str] = {"held": "회동했다", "planned": "만날 예정이다", "cancelled": "만나려던 일정은 취소됐다"}
FIRST_DAY = date(2015, 1, 5)
LAST_DAY = date(2025, 6, 30)
Post = tuple[str, str, str]  # whose, where, which


def society(meetings: int, people: int = 0, seed: int = 7) -> Iterator[Extraction]:
    """One article for each of so many meetings, among ``people`` (without it a third as many as meetings, at least eight).

    Where ``people`` are asked for, each of them meets somebody, if there are as many meetings.
    """
    chance = random.Random(seed)
    names = ["".join(parts) for parts in product(SURNAMES, FIRST, SECOND)]
    chance.shuffle(names)
    companies = [stem + branch for stem, branch in product(STEMS, BRANCHES)]
    chance.shuffle(companies)
    cast = max(8, people or meetings // 3)
    posts = [(_name(names, index), companies[index % len(companies)], TITLES[index % len(TITLES)]) for index in range(cast)]
    # Summed once: each guest would cost as much as there are people.
    weights = list(accumulate(1 / (index + 3) ** 0.8 for index in range(cast)))
    for number in range(meetings):
        yield _told(number, chance, posts, weights, posts[number % cast] if people else None)


def _name(names: list[str], index: int) -> str:
    # Beyond the 2,000 three-syllable names: written with a given name of two words, as foreign names are; up to 200,000 none comes twice.
    round_, place = divmod(index, len(names))
    if not round_:
        return names[place]
    rest, first = divmod(place, len(FIRST))
    rest, second = divmod(rest, len(SECOND))
    return f"{FIRST[first]}{SECOND[second]} {names[(rest + round_ * len(SURNAMES)) % len(names)]}"


def _told(number: int, chance: random.Random, posts: list[Post], weights: list[float], guest: Post | None) -> Extraction:
    size = chance.choices((2, 3, 4, 8, 20), (70, 18, 8, 3, 1))[0]
    there: dict[str, Post] = {guest[0]: guest} if guest else {}
    while len(there) < min(size, len(posts) // 2):
        one = chance.choices(posts, cum_weights=weights)[0]
        there.setdefault(one[0], one)
    status: MeetingStatus = chance.choices(("held", "planned", "cancelled"), (85, 10, 5))[0]
    day = FIRST_DAY + timedelta(days=round((LAST_DAY - FIRST_DAY).days * chance.random() ** 0.6))
    precision: Precision | None = chance.choices(("day", "month", "year", None), (80, 10, 4, 6))[0]
    when = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}.get(precision or "")
    place, topic, outlet = chance.choice(PLACES), chance.choice(TOPICS), chance.choice(OUTLETS)
    agency = chance.choice(AGENCIES) if chance.random() < 0.12 else None
    listed = ", ".join(f"{name} {company} {title}" for name, company, title in there.values())
    clause = f"{listed}{f', {agency} 측' if agency else ''}이 {place}에서 {VERBS[status]}"
    texts = (f"{next(iter(there))} 만남 {number}", f"{clause}. 이들은 {topic}에 대해 의견을 나눴다.", "시장은 이 소식을 반겼다.")
    one = article(texts, f"society-{number}.txt", day + timedelta(days=1), outlet, f"https://example.org/{number}")
    told = meeting(
        one.text, tuple(there), clause, VERBS[status].split()[0], status=status, orgs=(agency,) if agency else (),
        when=DateRange(when, precision) if when and precision else None, place=place, topic=topic,
    )  # fmt: skip
    named = [organization(one.text, company) for company in dict.fromkeys(company for _, company, _ in there.values())]
    if agency:
        named.append(organization(one.text, agency, agency=True))
    people = tuple(person(one.text, name, (company, title, False)) for name, company, title in there.values())
    assert span(one.text, clause)
    return Extraction(one, people, tuple(named), (told,))
