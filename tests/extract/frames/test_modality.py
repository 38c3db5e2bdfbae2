"""Whether an encounter took place: short sentences read by Kiwi, the first cue of each, and the sentence after it."""

from __future__ import annotations

from datetime import date

import pytest

from graphing.articles import split_articles
from graphing.extract.frames.cues import find_cues
from graphing.extract.frames.linking import Scene, scene
from graphing.extract.frames.modality import following_text, read_status, tails, turned_back, untold
from graphing.language import sentences
from graphing.model import Document, Sentence


def first(text: str, *, headline: bool = False) -> tuple[str, tuple[Sentence, ...], Scene]:
    (article,) = split_articles(Document("made up", text, date(2025, 2, 5)))
    found = sentences(article)
    return article.text, found, scene(article.text, found[0], headline=headline, caption=False, first=True)


def status(text: str, *, headline: bool = False) -> str:
    words, found, at = first(text, headline=headline)
    cue = find_cues(words, found[0].start, found[0].end)[0]
    near, chained = tails(words, at, cue)
    return read_status(words, at, cue, near, chained, following_text(words, found, 0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영 회장은 4일 고은찬 행장과 만났다.", "held"),
        ("민도영 회장은 4일 고은찬 행장과 만나 투자를 논의했다.", "held"),
        ("민도영 회장은 4일 고은찬 행장과 만나 투자를 논의할 예정이다.", "planned"),
        ("민도영 회장은 4일 고은찬 행장과 만났고 공장을 지을 예정이다.", "held"),
        ("민도영 회장은 4일 고은찬 행장을 만난 뒤 투자를 취소했다.", "held"),
        ("민도영 회장은 21일 고은찬 행장과 만찬을 함께한다.", "planned"),
        ("민도영 회장은 고은찬 행장과 회동하기로 했다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만날 것으로 보인다.", "planned"),
        ("민도영 회장과 고은찬 행장의 면담은 4일 폭설로 취소됐다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 회동은 무산됐다.", "cancelled"),
        ("기사 가운데 ‘민도영 회장이 고은찬 행장을 면담했다’는 부분은 사실과 달라 삭제합니다.", "cancelled"),
        ("본지가 '민도영 회장과 고은찬 행장이 만났다'고 보도한 내용은 오보입니다.", "cancelled"),
        ("‘민도영 회장이 고은찬 행장을 면담했다’는 부분의 날짜를 바로잡습니다.", "held"),
        ("민도영 회장과 고은찬 행장의 회동은 연기됐다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만난 적이 없다.", "cancelled"),
        ("민도영 회장이 고은찬 행장과 독대했다는 소문은 사실이 아니다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만날 예정이었으나 약속이 취소됐다.", "cancelled"),
        ("민도영 회장은 21일 고은찬 행장과 만날 예정이다. 그러나 이 약속은 무산됐다.", "cancelled"),
        ("민도영 회장은 21일 고은찬 행장과 만날 예정이다. 투자 취소도 논의한다.", "planned"),
        ("민도영 회장과 고은찬 행장이 21일 만나기로 한 일정은 누리 쪽이 당일 아침 거둬들였다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만난 일이 없다고 밝혔다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 한 번도 만난 적이 없다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 이달 3일 뵙기로 했는데 국회 일정 때문에 미뤄졌다.", "cancelled"),
        ("민도영 회장이 20일 고은찬 행장을 골프장으로 불렀지만 고 행장이 오지 않았다.", "cancelled"),
        ("민도영 회장은 고은찬 행장까지 만나려 했지만 은행이 거절해 뜻을 이루지 못했다.", "cancelled"),
        ("15일로 잡혔던 고은찬 행장과의 점심은 비행기가 뜨지 않아 무산됐다.", "cancelled"),
        ("24일로 잡혔던 고은찬 행장과의 면담은 고 행장이 독감에 걸리면서 취소됐다.", "cancelled"),
        ("19일에 만나기로 했던 고은찬 행장은 입원해 약속을 지키지 못했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 통화하려 했으나 회의가 길어져 접었다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만나려 했으나 비행기가 뜨지 않아 이뤄지지 못했다.", "cancelled"),
        ("5일로 잡았던 고은찬 행장과의 조찬은 고 행장의 독감으로 다음 달로 밀렸다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만찬을 한다.", "planned"),
        ("민도영 회장은 고은찬 행장과 내일 만날 것 같다.", "planned"),
        ("민도영 회장은 고은찬 행장과의 만남을 예고했다.", "planned"),
        ("민도영 회장은 고은찬 행장과 회동할 것으로 전해졌다.", "planned"),
        ("민도영 회장과 고은찬 행장이 6일 회동을 갖는다고 누리은행이 밝혔다.", "planned"),
        ("민도영 회장은 고은찬 행장을 매주 만난다고 밝혔다.", "held"),
        ("민도영 회장은 고은찬 행장을 만난 뒤 출국할 예정이다.", "planned"),
        ("취소된 민도영 회장과 고은찬 행장의 오찬을 두고 말이 많다.", "cancelled"),
        ("예정된 민도영 회장과 고은찬 행장의 만찬에 관심이 쏠린다.", "planned"),
        ("민도영 회장이 고은찬 행장과 회담한 지 여덟 달 만에 다시 만날 기회는 없던 일이 됐다.", "held"),
        ("민도영 회장은 고은찬 행장과 12일 회동할 예정이었으나 일정을 20일로 미뤘다.", "cancelled"),
        ("예정됐던 민도영 회장과 고은찬 행장의 만찬이 4일 성사됐다.", "held"),
        ("매각을 가를 만남이 26일 서울 모처에서 이뤄진다.", "planned"),
        ("민도영 회장은 고은찬 행장과 투자를 논의할 예정이다.", "planned"),
        ("민도영 회장은 고은찬 행장과 21일 간담회를 연다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만난다.", "planned"),
        ("민도영 회장은 고은찬 행장을 만나 투자를 논의했다.", "held"),
        ("민도영 회장은 고은찬 행장과 점심을 먹기로 돼 있다.", "planned"),
        ("민도영 회장은 고은찬 행장과의 면담이 21일로 잡혀 있다.", "planned"),
        ("민도영 회장이 고은찬 행장과 독대했다는 소문이 돌았다. 누리은행은 그런 사실이 없다고 했다.", "cancelled"),
        ("민도영 회장은 21일 고은찬 행장과 만나기로 했다. 이 약속은 고 행장의 출장으로 깨졌다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 골프 회동은 없던 일이 됐다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 회동은 물 건너갔다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 서명식은 다음 달로 미뤄졌다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과의 오찬을 취소했다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 회동이 불발됐다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 저녁을 들 예정이었으나 폭설에 발이 묶였다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만나기로 했다가 당일 일정을 접었다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만날 예정이었지만 건강을 이유로 불참을 통보했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 만나 계약 취소를 통보했다.", "held"),
        ("민도영 회장은 고은찬 행장과 만나 무산된 합병을 다시 논의했다.", "held"),
        ("민도영 회장은 고은찬 행장과 만나기로 했고, 두 사람은 4일 약속대로 만났다.", "planned"),
        ("민도영 회장은 미뤄졌던 고은찬 행장과의 회동을 4일 가졌다.", "held"),
        ("민도영 회장이 고은찬 행장을 만났다고 말한다.", "held"),
        ("민도영 회장은 매주 고은찬 행장과 만난다고 설명했다.", "held"),
        ("민도영 회장은 오는 21일 고은찬 행장과 만나 공장 건설을 논의한다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만날 계획이다. 그런데 폭설로 일정이 취소됐다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만난 자리에서 계약을 취소하겠다고 했다.", "held"),
        ("민도영 회장과 고은찬 행장이 만난 뒤 합병은 무산됐다.", "held"),
        ("민도영 회장이 고은찬 행장을 찾아갔으나 문전박대를 당하고 발길을 돌렸다.", "cancelled"),
        ("민도영 회장은 고은찬 행장의 면담 요청을 거절했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 통화했지만 합의하지 못했다.", "held"),
        ("민도영 회장은 고은찬 행장을 만났지만 합의에 이르지 못했다.", "held"),
        ("민도영 회장은 고은찬 행장과 회동을 갖지 않았다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 얼굴을 마주하지 못했다.", "cancelled"),
        ("민도영 회장이 고은찬 행장을 만납니다.", "planned"),
        ("민도영 회장이 고은찬 행장과 만찬을 갖습니다.", "planned"),
        ("민도영 회장이 고은찬 행장과 만찬을 가졌습니다.", "held"),
        ("민도영 회장이 고은찬 행장과 마주 앉는다.", "planned"),
        ("민도영 회장이 고은찬 행장을 만날 것이라는 보도를 누리은행이 부인했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만날 계획이었으나 만나지 못했다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 회동설에 대해 누리은행은 “사실무근”이라고 일축했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만나는 방안을 조율하고 있다.", "planned"),
        ("민도영 회장이 고은찬 행장과 만날지 주목된다.", "planned"),
        ("민도영 회장과 고은찬 행장은 악수하고 있다.", "held"),
        ("민도영 회장은 고은찬 행장과 통화에서 만나자고 제안했다.", "held"),
        ("누리은행은 민도영 회장과 고은찬 행장의 오찬을 연기한다고 31일 밝혔다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과의 회동을 무기한 연기, 까닭은 밝히지 않았다.", "cancelled"),
        ("민도영 회장과 고은찬 행장의 만남이 성사될 뻔했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 만남을 시도했으나 끝내 실패했다.", "cancelled"),
        ("민도영 회장은 오는 27일 고은찬 행장을 초청해 간담회를 갖는다고 23일 밝혔다.", "planned"),
        ("민도영 회장과 고은찬 행장이 회동을 하려고 했다는 것이다. 날짜가 어긋나 얼굴을 보지는 못했다고 한다.", "cancelled"),
        ("민도영 회장과 고은찬 행장이 회동을 하려고 했다는 것이다. 장소도 골랐다고 한다.", "planned"),
        ("민도영 회장과 고은찬 행장이 마주 앉아 금리를 정하기로 돼 있었으나 그날 아침 없던 일이 됐다.", "cancelled"),
        ("민도영 회장과 고은찬 행장이 마주 앉아 금리를 낮추기로 했다.", "held"),
        ("민도영 회장과 고은찬 행장은 연내 만나 합작 계약에 서명하기로 했다.", "planned"),
        ("민도영 회장과 고은찬 행장은 만나 합작 계약에 서명하기로 했다.", "held"),
        ("민도영 회장이 고은찬 행장과 골프를 쳤다는 말까지 퍼졌다. 알아보니 사실이 아니었다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과도 따로 만나는 것으로 알려졌다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만찬을 갖는 것으로 전해졌다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만난 것으로 알려졌다.", "held"),
        ("민도영 회장이 찾아갔지만 고은찬 행장은 만나 주지 않았다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 회동을 갖고 협력을 논의할 예정이다.", "planned"),
        ("민도영 회장은 고은찬 행장과 간담회를 열고 금리를 논의한다.", "planned"),
        ("민도영 회장은 고은찬 행장과 회동을 갖고 협력을 논의했다.", "held"),
        ("민도영 회장은 고은찬 행장과 회동을 갖고 공동 개발에 나서기로 했다.", "held"),
        ("민도영 회장은 고은찬 행장과 만나 “길을 찾고 있다”는 뜻을 전할 것으로 보인다.", "planned"),
        ("민도영 회장은 고은찬 행장을 만나 “투자를 늘려 달라”고 요청할 계획이다.", "planned"),
        ("민도영 회장은 고은찬 행장을 만나 “20일 다시 만날 예정”이라고 밝혔다.", "held"),
        ("민도영 회장은 고은찬 행장을 만나 “계획이 무산됐다”고 설명했다.", "held"),
        ("참석이 예상되는 사람은 민도영 회장과 고은찬 행장 등이다.", "planned"),
        ("참석자로는 민도영 회장과 고은찬 행장이 거론된다.", "planned"),
        ("민도영 회장과 고은찬 행장이 참석 의사를 밝혔다.", "planned"),
        ("민도영 회장은 고은찬 행장을 만나 투자 뜻을 전했다.", "held"),
        ("참석 대상은 민도영 회장과 고은찬 행장 등이다.", "planned"),
        ("면담 대상은 민도영 회장과 고은찬 행장이었다.", "held"),
        ("참석자로는 민도영 회장과 고은찬 행장이 눈에 띄었다.", "held"),
        ("참석이 예상됐던 민도영 회장과 고은찬 행장이 나란히 앉았다.", "held"),
        ("참석 인사는 민도영 회장과 고은찬 행장이었다.", "held"),
        ("민도영 회장은 고은찬 행장과의 면담을 갖자는 뜻을 전했다. 둘의 회동은 아직 성사되지 않았다.", "planned"),
        ("민도영 회장은 고은찬 행장과 21일 만날 예정이었다. 이 회동은 끝내 성사되지 않았다.", "cancelled"),
        ("민도영 회장은 당초 고은찬 행장과 17일 마주 앉기로 돼 있었다.", "cancelled"),
        ("민도영 회장은 당초 고은찬 행장과 17일 만날 예정이었다. 두 사람은 예정대로 만났다.", "held"),
        ("민도영 회장은 고은찬 행장과 만찬을 가질 계획이었지만 상가에 가느라 자리를 비웠다.", "cancelled"),
        ("민도영 회장은 당초 6일 고은찬 행장과 만나려 했지만 날이 맞지 않아 8일 만나기로 했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장과 6일 만나기로 돼 있었으나 두 사람 모두 출장을 떠났다.", "cancelled"),
        ("민도영 회장은 고은찬 행장도 함께할 예정이었으나 감기로 빠졌다고 했다.", "planned"),
        ("민도영 회장은 고은찬 행장과 6일 만날 예정이지만 장소는 정하지 못했다.", "planned"),
        ("민도영 회장은 고은찬 행장과 만나기로 했지만 날짜는 밝히지 않았다.", "planned"),
        ("민도영 회장은 고은찬 행장을 만났지만 투자할 계획이었던 돈은 쓰지 못했다.", "held"),
        ("민도영 회장은 고은찬 행장을 만났을 때 투자를 늘릴 계획이었다.", "held"),
        ("민도영 회장은 고은찬 행장과의 면담을 거절당했다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 찾아갔다가 문전박대를 당하고 돌아섰다.", "cancelled"),
        ("민도영 회장은 고은찬 행장을 찾아갔다가 점심을 함께 먹었다.", "held"),
        ("민도영 회장은 고은찬 행장을 21일 만난다고 말했다.", "planned"),
        ("민도영 회장은 고은찬 행장을 만난다고 말했다.", "held"),
        ("민도영 회장은 “고은찬 행장과 만난 것이 처음”이라며 “다른 일로 본 적은 없다”고 말했다.", "held"),
    ],
)
def test_status(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("민도영 회장은 고은찬 행장을 만나러 가다가 소식을 듣고 차를 돌렸다.", True),
        ("민도영 회장은 고은찬 행장을 만나기 위해 청주까지 왔다가 그대로 돌아갔다.", True),
        ("민도영 회장은 고은찬 행장을 만나러 가서 밥을 먹었다.", False),
        ("민도영 회장은 고은찬 행장을 만나고 그대로 돌아갔다.", False),
    ],
)
def test_who_turns_back_has_not_met(text: str, back: bool) -> None:
    words, found, at = first(text)
    assert turned_back(words, at, find_cues(words, found[0].start, found[0].end)[0]) is back


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("민도영 회장은 그 이전에는 고은찬 행장을 만난 적이 없다.", True),
        ("민도영 회장은 고은찬 행장을 그동안 꾸준히 만나 왔다.", True),
        ("민도영 회장과 고은찬 행장의 회동은 아직 성사되지 않았다.", True),
        ("민도영 회장은 고은찬 행장을 아직 만나지 못했다.", True),
        ("민도영 회장과 고은찬 행장의 회동은 끝내 성사되지 않았다.", False),
        ("민도영 회장은 고은찬 행장을 만났지만 아직 답을 듣지 못했다.", False),
        ("민도영 회장은 고은찬 행장을 만난 적이 없다.", False),
        ("민도영 회장은 전날에는 고은찬 행장을 만났다.", False),
    ],
)
def test_times_before_and_all_the_time_are_no_encounter(text: str, nothing: bool) -> None:
    words, found, at = first(text)
    cue = find_cues(words, found[0].start, found[0].end)[0]
    assert untold(words, at, cue, tails(words, at, cue)[0]) is nothing


def test_a_rumour_may_be_denied_two_sentences_later() -> None:
    text = "민도영 회장이 고은찬 행장과 독대했다는 소문이 돌았다. 누리은행은 답을 미뤘다. 나흘 뒤에야 사실무근이라고 했다."
    words, found, at = first(text)
    cue = find_cues(words, found[0].start, found[0].end)[0]
    near, chained = tails(words, at, cue)
    following, later = following_text(words, found, 0), following_text(words, found, 1)
    assert read_status(words, at, cue, near, chained, following) == "held"
    assert read_status(words, at, cue, near, chained, following, later) == "cancelled"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민도영 회장, 고은찬 행장과 만찬을 함께한다.", "planned"),
        ("민도영 회장, 고은찬 행장과 만찬", "held"),
        ("민도영 회장, 고은찬 행장과 만남 연기…", "cancelled"),
    ],
)
def test_the_present_tense_of_a_headline_is_a_plan(text: str, expected: str) -> None:
    text += "\n민도영 회장은 투자를 늘린다."
    assert status(text) == expected
    assert status(text, headline=True) == expected


def test_tails_end_at_the_cues_own_predicate_and_at_the_sentences() -> None:
    words, found, at = first("민도영 회장은 4일 고은찬 행장과 만나 투자를 논의할 예정이다.")
    cue = find_cues(words, found[0].start, found[0].end)[0]
    near, chained = tails(words, at, cue)
    assert words[cue.start : cue.end] == "만나"
    assert "예정" not in near
    assert chained.endswith("예정이다")


def test_after_the_last_sentence_comes_nothing() -> None:
    words, found, _ = first("민도영 회장이 고은찬 행장을 만났다. 둘은 웃었다.")
    assert following_text(words, found, 0) == "둘은 웃었다."
    assert following_text(words, found, 1) == ""
