"""Korean particles: chosen by the last sound, also of Latin letters, digits, and words in quotes or with a note behind them."""

from __future__ import annotations

import pytest

from graphing.particles import filled, particle


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("강태린", "강태린과"), ("류은하", "류은하와"), ("서울", "서울과"), ("삼성전자", "삼성전자와"),
        # letters as they are read
        ("SK", "SK와"), ("LG", "LG와"), ("KT", "KT와"), ("GM", "GM과"), ("HMM", "HMM과"), ("ASML", "ASML과"), ("KCC", "KCC와"),
        ("OpenAI", "OpenAI와"), ("CJ ENM", "CJ ENM과"), ("SK hynix", "SK hynix와"),
        # words in Latin letters
        ("NAVER", "NAVER와"), ("POSCO", "POSCO와"), ("OPEC", "OPEC과"), ("Intel", "Intel과"), ("Google", "Google과"), ("Dell", "Dell과"),
        ("Amazon", "Amazon과"), ("Chrome", "Chrome과"), ("Samsung", "Samsung과"), ("Facebook", "Facebook과"), ("Slack", "Slack과"),
        ("Tesla", "Tesla와"), ("Uber", "Uber와"), ("Microsoft", "Microsoft와"), ("Tim Cook", "Tim Cook과"), ("metroseoul", "metroseoul과"),
        # digits
        ("0", "0과"), ("1", "1과"), ("2", "2와"), ("3", "3과"), ("4", "4와"), ("5", "5와"), ("6", "6과"), ("7", "7과"), ("8", "8과"),
        ("9", "9와"), ("10", "10과"), ("５", "５와"),
        # what is not spoken
        ("'same'", "'same'과"), ("'apart'", "'apart'와"), ("“서울”", "“서울”과"), ("고도윤(라온은행)", "고도윤(라온은행)과"),
        ("회장 [전]", "회장 [전]과"), ("곳.", "곳.과"),
        ("가\u1100\u1161\u11ab", "가\u1100\u1161\u11ab과"), ("", "와"), ("…", "…와"), ("李", "李와"),
    ],
)  # fmt: skip
def test_a_particle_fits_the_sound_before_it(name: str, said: str) -> None:
    assert name + particle(name, "와") == name + particle(name, "과") == said


@pytest.mark.parametrize(
    ("form", "after"),
    [
        ("은", ("강은", "하는", "서울은")), ("이", ("강이", "하가", "서울이")), ("을", ("강을", "하를", "서울을")),
        ("과", ("강과", "하와", "서울과")),
        ("라고", ("강이라고", "하라고", "서울이라고")), ("로", ("강으로", "하로", "서울로")),
    ],
)  # fmt: skip
def test_each_particle_has_two_forms_and_no_other_word_has(form: str, after: tuple[str, ...]) -> None:
    assert tuple(name + particle(name, form) for name in ("강", "하", "서울")) == after
    with pytest.raises(KeyError):
        particle("강", "에게")


def test_a_sentence_is_filled_in_as_ever_and_with_particles() -> None:
    values = {"a": "강태린", "b": "SK", "n": 12345, "code": 404, "what": "same"}
    assert filled("{a:와} {b:은} {n:,}번, {code:로}, {what!r:이라고}, {b}", values) == "강태린과 SK는 12,345번, 404로, 'same'이라고, SK"
    assert filled("{{…}}", {}) == "{…}"
    with pytest.raises(KeyError):
        filled("{who:은}", values)
