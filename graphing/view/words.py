"""Every text of the interface, Korean and English side by side. ``word(key, language, **values)`` is the only way to one."""

from __future__ import annotations

from graphing.view.session import Language
from graphing.view.words_accuracy import ACCURACY_WORDS
from graphing.view.words_articles import ARTICLE_WORDS
from graphing.view.words_dashboard import DASHBOARD_WORDS
from graphing.view.words_review import REVIEW_WORDS

# key → (Korean, English); {names} are filled in by ``word``.
WORDS: dict[str, tuple[str, str]] = {
    # everywhere
    "app": ("회동", "Hoedong"),
    "tagline": ("누가 누구를 만났는지, 기사의 문장으로 보여 줍니다.", "Who met whom, shown by the sentences that say so."),
    "language": ("언어", "Language"),
    "page_network": ("관계망", "Network"),
    "page_upload": ("기사 넣기", "Add articles"),
    "page_articles": ("기사 목록", "Articles"),
    # kinds of things
    "person": ("인물", "Person"),
    "company": ("회사", "Company"),
    "agency": ("기관", "Agency"),
    "people": ("인물", "People"),
    "organizations": ("회사·기관", "Companies and agencies"),
    "meeting": ("회동", "Meeting"),
    "meetings": ("회동", "Meetings"),
    "post": ("직책", "Post"),
    "posts": ("직책", "Posts"),
    "links": ("연결", "Links"),
    "articles": ("기사", "Articles"),
    "place": ("장소", "Place"),
    "date": ("날짜", "Date"),
    "cue": ("만남 표현", "Telling words"),
    "telling": ("근거가 된 대목", "What proves it"),
    # statuses, dates
    "held": ("만남", "Held"),
    "planned": ("예정", "Planned"),
    "cancelled": ("무산", "Cancelled"),
    "undated": ("날짜 미상", "Undated"),
    "former": ("전", "former"),
    "precision_day": ("날짜까지 알려짐", "known to the day"),
    "precision_month": ("달까지만 알려짐", "known to the month only"),
    "precision_year": ("해까지만 알려짐", "known to the year only"),
    # controls
    "search": ("인물·회사 찾기", "Find a person or company"),
    "search_hint": ("이름을 입력하세요", "Type a name"),
    "filters": ("걸러 보기", "Filter"),
    "dates": ("기간", "Dates"),
    "from": ("시작일", "From"),
    "until": ("종료일", "Until"),
    "status": ("성사 여부", "Status"),
    "post_or_status": ("직책·성사 여부", "Post or status"),
    "kind": ("종류", "Kinds"),
    "rest": ("나머지 {n}건", "{n} more"),
    "more": ("더 보기", "More"),
    "to_proofs": ("근거 보기", "Read the proofs"),
    "back": ("회동 목록으로", "Back to the meetings"),
    "all_dates": ("전체 기간", "All dates"),
    "closer": ("확대", "Zoom in"),
    "farther": ("축소", "Zoom out"),
    "time_closer": ("연표 확대", "Zoom the timeline in"),
    "time_farther": ("연표 축소", "Zoom the timeline out"),
    "fit": ("전체 보기", "Fit all"),
    "whole": ("전체 관계망", "Whole network"),
    "around": ("주변만 보기", "Only the surroundings"),
    # the network and the timeline, for those who hear them
    "network": (
        "인물과 회사의 관계망. 화살표 키로 옮겨 다니고 엔터 키로 고릅니다. 아래 표에 같은 내용이 있습니다.",
        "Network of people and companies. Arrow keys move, Enter chooses. The tables below hold the same.",
    ),
    "timeline": (
        "회동 연표. 좌우 화살표 키로 옮겨 다니고 엔터 키로 고릅니다. 시프트와 화살표로 기간을 정합니다.",
        "Timeline of the meetings. Left and right move, Enter chooses, Shift with an arrow sets a range.",
    ),
    "brush_hint": ("연표를 끌면 그 기간만 보입니다.", "Drag across the timeline to see only those dates."),
    "hint_met": ("{a} — {b}\n회동 {n}건 · {dates}", "{a} — {b}\n{n} meeting(s) · {dates}"),
    "hint_side": ("{a} — {b} 측\n회동 {n}건 · {dates}", "{a} — {b} (people unnamed)\n{n} meeting(s) · {dates}"),
    "hint_meetings": ("회동 {n}건", "{n} meeting(s)"),
    "side": ("{name} 측", "{name} (people unnamed)"),
    "others": ("{name} 외 {n}", "{name} +{n}"),
    # evidence
    "proofs": ("근거", "Proofs"),
    "participants": ("만난 사람", "Participants"),
    "topic": ("화제", "Topic"),
    "certainty": ("확실성", "Certainty"),
    "date_words": ("“{words}”에서 읽음", "read from “{words}”"),
    "topic_untold": ("기사에 없음", "not told"),
    "reason_once": ("기사 한 곳에서 말합니다.", "Told in one place."),
    "reason_told": ("기사 속 {n}곳에서 말합니다.", "Told in {n} places."),
    "reason_headline": ("제목에서만 말합니다.", "Told in a headline only."),
    "reason_caption": ("사진 설명에서만 말합니다.", "Told in a caption only."),
    "reason_quoted": ("누군가의 말을 옮긴 데서만 나옵니다.", "Told only in somebody's quoted words."),
    "reason_carried": (
        "이름을 다시 쓰지 않은 사람은 앞뒤 문장에서 찾았습니다.",
        "Who is not named again was found in the sentences around.",
    ),
    "reason_attended": (
        "함께한 사람은 따로 적은 문장에서 찾았습니다.",
        "Who else was there was found in a sentence of its own.",
    ),
    "reason_undated": ("날짜는 나오지 않습니다.", "No date is told."),
    "no_meetings": ("이 이름으로 읽은 회동은 없습니다.", "No meeting was read under this name."),
    "no_proofs": ("보여 줄 문단이 없습니다.", "There is no paragraph to show."),
    "no_title": ("제목 없는 기사", "Untitled article"),
    "no_outlet": ("매체 미상", "outlet unknown"),
    "no_published": ("발행일 미상", "publication date unknown"),
    "original": ("원문 보기", "Open the original"),
    "more_proofs": ("다른 기사 더 보기", "Show more articles"),
    "headline": ("제목", "Headline"),
    "caption": ("사진 설명", "Caption"),
    "mentioned": ("언급된 기사", "Mentioned in"),
    "gone": ("고른 것이 이제 없습니다. 목록에서 다시 고르세요.", "What was chosen is gone. Choose again from the list."),
    # counts, tables, empty states
    "counts": (
        "인물 {people} · 회사·기관 {organizations} · 회동 {meetings} · 기사 {articles}",
        "{people} people · {organizations} companies and agencies · {meetings} meetings · {articles} articles",
    ),
    "tables": ("표로 보기", "As tables"),
    "tables_hint": ("행을 고르면 근거가 열립니다.", "Choose a row to open its proofs."),
    "name": ("이름", "Name"),
    "organization": ("회사·기관", "Organization"),
    "title": ("직함", "Title"),
    "outlet": ("매체", "Outlet"),
    "published": ("발행일", "Published"),
    "article": ("기사", "Article"),
    "with": ("상대", "With"),
    "number": ("회동 수", "Meetings"),
    "first": ("처음", "First"),
    "last": ("마지막", "Last"),
    "nothing": ("이 조건에 맞는 회동이 없습니다. 기간이나 성사 여부를 넓혀 보세요.", "No meeting fits. Widen the dates or the status."),
    "empty_title": ("아직 읽은 기사가 없습니다", "No article has been read yet"),
    "empty_text": (
        "기사를 넣으면 만난 사람들의 관계망과 연표, 그리고 그렇게 읽은 문장이 여기에 나타납니다.",
        "Add an article: the network of who met whom, the timeline and the proving sentences appear here.",
    ),
    "empty_action": ("기사 넣기", "Add an article"),
    # first start
    "reading_seeds": ("첫 기사를 읽는 중입니다. 처음 한 번만 몇 초 걸립니다.", "Reading the first article. This takes some seconds, once."),
    "store_failed": ("저장소를 열 수 없습니다.", "The database cannot be opened."),
    **DASHBOARD_WORDS,
    **ARTICLE_WORDS,
    **ACCURACY_WORDS,
    **REVIEW_WORDS,
}


def word(key: str, language: Language, **values: object) -> str:
    """The text of ``key`` in ``language``, its {names} filled in. Raises KeyError for a key that is not in the table."""
    text = WORDS[key][0 if language == "ko" else 1]
    return text.format(**values) if values else text
