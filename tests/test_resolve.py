"""Who is one across articles: tables of appearances, and what must hold for any set of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphing.model import Affiliation, Person
from graphing.organizations import canonical_key
from graphing.resolve import (
    Profile,
    Ruling,
    cluster,
    is_full_name,
    organization_profile,
    person_key,
    person_profile,
)


def someone(name: str, posts: str = "", article: str = "글1", context: str = "", alone: bool = False) -> Profile:
    """'누리전자 회장, 장관': posts, an organisation and a title or a title alone."""
    held = [post.rpartition(" ") for post in posts.split(", ") if post]
    affiliations = tuple(Affiliation(organization or None, title) for organization, _, title in held)
    keys = {organization: canonical_key(organization) for organization, _, _ in held if organization}
    around = [canonical_key(word) for word in context.split()]
    return person_profile(Person(name, (), affiliations), keys, [*keys.values(), *around], f"{article}/person/{name}", alone)


def groups(*profiles: Profile, rulings: tuple[Ruling, ...] = ()) -> list[list[int]]:
    """The groups as indexes of what was given."""
    where = {profile.id: index for index, profile in enumerate(profiles)}
    return sorted(sorted(where[ident] for ident in group) for group in cluster(profiles, rulings))


@pytest.mark.parametrize(
    "name", ["김가온", "남궁솔", "허준", "선우가온", "제갈량", "존 스미스", "J. P. 모건", "Jane Doe", "마윈", "孫正義", "일론 머스크"]
)
def test_full_names(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize("name", ["최", "김", "올트먼", "Altman", "하사비스", "트럼펫", "가"])
def test_names_that_others_share(name: str) -> None:
    assert not is_full_name(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("샘 올트먼", "샘올트먼", True),
        ("샘 올트먼", "Sam Altman", True),
        ("일론 머스크", "엘론 머스크", True),
        ("일론 머스크", "일론 머스키", False),
        ("김가온", "김가은", False),
        ("Jane Doe", "jane doe", True),
    ],
)
def test_person_key(one: str, other: str, same: bool) -> None:
    assert (person_key(one) == person_key(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (someone("김가온", "누리전자 회장"), someone("김가온", "(주)누리전자 고문", "글2"), True),
        (someone("김가온", "누리전자 회장"), someone("김가온", "해솔대 교수", "글2"), False),
        (someone("김가온", "누리전자 회장"), someone("김가온", "", "글2"), True),
        (someone("김가온", "누리전자 회장"), someone("김가온", "교수", "글2", context="누리전자"), True),
        (someone("김가온", "누리전자 회장"), someone("김가온", "교수", "글2"), False),
        (someone("김가온"), someone("김가온", "", "글2"), True),
        (someone("김가온"), someone("박가온", "", "글2"), False),
        (someone("김"), someone("김", "", "글2"), False),
        (someone("김가온", "누리전자 회장", alone=True), someone("김가온", "누리전자 사장", alone=True), False),
        (organization_profile("누리전자"), organization_profile("누리전자", "글1/organization/누리전자"), True),
    ],
)
def test_two_appearances_by_themselves(one: Profile, other: Profile, joined: bool) -> None:
    assert groups(one, other) == ([[0, 1]] if joined else [[0], [1]])
    assert groups(other, one) == ([[0, 1]] if joined else [[0], [1]])


def test_one_organisation_joins() -> None:
    assert groups(someone("김가온", "금감원 원장"), someone("김가온", "금융감독원 수석부원장"), someone("박가온", "금감원 원장")) == [
        [0, 1],
        [2],
    ]


def test_disjoint_posts_stay_apart_until_one_text_has_both() -> None:
    chairman, professor = someone("김가온", "누리전자 회장"), someone("김가온", "해솔대 교수")
    assert groups(chairman, professor) == [[0], [1]]
    assert groups(chairman, professor, someone("김가온", "해솔대 교수, 누리전자 사외이사")) == [[0, 1, 2]]


def test_heads_move_within_their_business_group() -> None:
    assert groups(someone("김가온", "삼성전자 회장"), someone("김가온", "삼성그룹 총수"), someone("김가온", "삼성SDI 대표이사")) == [
        [0, 1, 2]
    ]
    assert groups(someone("김가온", "삼성전자 부장"), someone("김가온", "삼성SDI 부장")) == [[0], [1]]
    assert groups(someone("김가온", "삼성전자 회장"), someone("김가온", "현대자동차 회장")) == [[0], [1]]


def test_who_has_no_organisation_joins_the_only_namesake() -> None:
    chairman = someone("김가온", "누리전자 회장")
    assert groups(chairman, someone("김가온", "", "글2"), someone("김가온", "회장", "글3")) == [[0, 1, 2]]
    assert groups(chairman, someone("김가온", "의원", "글2")) == [[0], [1]]


def test_who_has_no_organisation_stays_alone_among_namesakes_unless_the_article_names_one() -> None:
    chairman, professor = someone("김가온", "누리전자 회장"), someone("김가온", "해솔대 교수")
    assert groups(chairman, professor, someone("김가온", "", "글2"), someone("김가온", "", "글3")) == [[0], [1], [2], [3]]
    told = someone("김가온", "", "글2", context="누리전자 별빛산업")
    assert groups(chairman, professor, told) == [[0, 2], [1]]
    assert groups(chairman, professor, someone("김가온", "", "글2", context="누리전자 해솔대")) == [[0], [1], [2]]


def test_titles_without_organisation() -> None:
    assert groups(someone("김가온", "대통령"), someone("김가온", "대통령", "글2"), someone("김가온", "", "글3")) == [[0, 1, 2]]
    assert groups(someone("김가온", "대통령"), someone("김가온", "의원", "글2"), someone("김가온", "", "글3")) == [[0], [1], [2]]
    assert groups(someone("김가온", "대통령, 의원"), someone("김가온", "의원", "글2"), someone("김가온", "", "글3")) == [[0, 1, 2]]


def test_short_forms_never_join() -> None:
    assert groups(someone("최", "누리전자 회장", "글1"), someone("최", "누리전자 회장", "글2"), someone("올트먼", "", "글3")) == [
        [0],
        [1],
        [2],
    ]


def test_namesakes_of_one_article_never_join() -> None:
    one = someone("김가온", "누리전자 회장", alone=True)
    other = someone("김가온", "누리전자 대리", alone=True)
    assert groups(one, other) == [[0], [1]]


def test_judgements() -> None:
    chairman, professor = someone("김가온", "누리전자 회장"), someone("김가온", "해솔대 교수")
    bishop = someone("김라온", "별빛성당 주교")
    same, different = Ruling(chairman.id, professor.id, "same"), Ruling(chairman.id, professor.id, "different")
    assert groups(chairman, professor, bishop, rulings=(same, Ruling(bishop.id, professor.id, "same"))) == [[0, 1, 2]]
    assert groups(chairman, professor, rulings=(same, different)) == [[0], [1]]
    assert groups(chairman, professor, rulings=(Ruling(chairman.id, professor.id, "unsure"), Ruling("fort", chairman.id, "same"))) == [
        [0],
        [1],
    ]
    bridge = someone("김가온", "해솔대 교수, 누리전자 사외이사")
    assert groups(chairman, professor, bridge, rulings=(different,)) in ([[0, 2], [1]], [[0], [1, 2]])


def test_the_doubted_one_leaves_and_the_others_stay_together() -> None:
    people = [
        person_profile(Person("김가온", (), (Affiliation("누리전자", "회장"),)), {"누리전자": "누리전자"}, (), f"글{n}/p", True)
        for n in range(4)
    ]
    assert groups(*people, rulings=(Ruling(people[0].id, people[2].id, "different"),)) in ([[0, 1, 3], [2]], [[0], [1, 2, 3]])


def test_organisations_join_by_key() -> None:
    alone = organization_profile("누리전자", "글1/organization/누리전자")
    assert groups(organization_profile("누리전자"), alone, organization_profile("누리")) == [[0, 1], [2]]
    assert groups(
        organization_profile("누리전자"), alone, rulings=(Ruling(alone.id, organization_profile("누리전자").id, "different"),)
    ) == [[0], [1]]


POSTS = st.lists(
    st.sampled_from(["누리전자 회장", "누리전자 고문", "해솔대 교수", "별빛산업 사장", "의원", "대통령"]), max_size=2, unique=True
)
PEOPLE = st.builds(
    lambda name, posts, number, context, alone: someone(name, ", ".join(posts), f"글{number}", context, alone),
    st.sampled_from(["김가온", "김라온", "최"]),
    POSTS,
    st.integers(0, 30),
    st.sampled_from(["", "누리전자", "해솔대", "누리전자 별빛산업"]),
    st.booleans(),
)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Profile], list[Ruling]]:
    people = draw(st.lists(PEOPLE, min_size=1, max_size=12, unique_by=lambda profile: profile.id))
    ids = st.sampled_from([profile.id for profile in people])
    rulings = draw(st.lists(st.builds(Ruling, ids, ids, st.sampled_from(["same", "different", "unsure"])), max_size=4))
    return people, [ruling for ruling in rulings if ruling.a != ruling.b]


@given(stories(), st.randoms())
def test_order_does_not_matter(story: tuple[list[Profile], list[Ruling]], chance: object) -> None:
    people, rulings = story
    expected = cluster(people, rulings)
    chance.shuffle(people)  # type: ignore[attr-defined]
    chance.shuffle(rulings)  # type: ignore[attr-defined]
    assert cluster(people, rulings) == expected


@given(stories())
def test_groups_part_all_profiles_and_keep_what_was_judged(story: tuple[list[Profile], list[Ruling]]) -> None:
    people, rulings = story
    found = cluster(people, rulings)
    assert sorted(ident for group in found for ident in group) == sorted(profile.id for profile in people)
    for a, b, verdict in rulings:
        if verdict == "different":
            assert not any({a, b} <= group for group in found)


@given(st.lists(PEOPLE, min_size=1, max_size=12, unique_by=lambda profile: profile.id))
def test_names_do_not_touch_each_other(people: list[Profile]) -> None:
    names = {profile.name for profile in people}
    apart = {group for name in names for group in cluster([profile for profile in people if profile.name == name])}
    assert set(cluster(people)) == apart
