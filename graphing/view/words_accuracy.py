"""The words of the page that tells how right the readings are: key → (Korean, English), joined into ``words.WORDS``."""

from __future__ import annotations

ACCURACY_WORDS: dict[str, tuple[str, str]] = {
    "page_accuracy": ("정확도", "Accuracy"),
    "accuracy_intro": (
        "처음 보는 글쓴이의 기사를 얼마나 맞게 읽는지 잰 값입니다. 글쓴이 {writers}명의 기사 {articles}편에 사람이 답(회동 {meetings}건)을 "
        "달고, 글쓴이마다 그의 글을 하나도 보지 않은 모형으로 읽어 답과 견주었습니다.",
        "How right the reading of a writer never seen before is. People annotated {articles} articles by {writers} writers "
        "({meetings} meetings); each writer's articles were read by models that never saw that writer, and compared with the answers.",
    ),
    "accuracy_texts": (
        "절반쯤은 실제 사건을 새로 쓴 글, 절반쯤은 지어낸 사람과 회사의 글입니다. {date}에 쟀습니다.",
        "About half of them retell real events in new words, half are about people and companies that do not exist. Measured on {date}.",
    ),
    "accuracy_figures": ("항목별 정확도", "By field"),
    "accuracy_field": ("항목", "Field"),
    "accuracy_precision": ("정밀도", "Precision"),
    "accuracy_precision_hint": ("찾은 것 가운데 맞은 비율", "share of what was found that is right"),
    "accuracy_recall": ("재현율", "Recall"),
    "accuracy_recall_hint": ("있는 것 가운데 찾은 비율", "share of what is there that was found"),
    "accuracy_f1": ("종합", "F1 or share"),
    "accuracy_f1_hint": (
        "정밀도와 재현율의 조화평균(F1). 하나만 있는 항목은 맞은 비율.",
        "harmonic mean of precision and recall (F1); where there is only one number, the share that is right",
    ),
    "accuracy_range": ("글쓴이별", "By writer"),
    "accuracy_range_hint": ("가장 낮은 글쓴이 – 가장 높은 글쓴이", "the lowest writer – the highest"),
    "accuracy_n": ("개수", "Number"),
    "accuracy_n_hint": ("견준 답의 수", "answers that were compared"),
    # fields: what they are called, and what counts as right
    "accuracy_people": ("인물", "People"),
    "accuracy_people_hint": ("온전한 이름으로 찾음", "found under the right full name"),
    "accuracy_organizations": ("회사·기관", "Companies and agencies"),
    "accuracy_organizations_hint": ("바른 이름으로 찾음", "found under the right name"),
    "accuracy_roles": ("소속", "Posts"),
    "accuracy_roles_hint": ("인물과 회사·기관의 짝이 맞음", "the right person at the right organisation"),
    "accuracy_titles": ("직함", "Titles"),
    "accuracy_titles_hint": ("맞은 소속 가운데 직함도 맞음", "of the right posts, the title is right too"),
    "accuracy_encounters": ("회동", "Meetings"),
    "accuracy_encounters_hint": (
        "성사 여부가 맞고 참석자 절반 이상이 맞음",
        "right status, and at least half of the participants right",
    ),
    "accuracy_strict": ("회동 전체", "Meetings, all right"),
    "accuracy_strict_hint": ("참석자 모두, 성사 여부, 날짜가 다 맞음", "all participants, status and date are right"),
    "accuracy_attendance": ("참석", "Attendance"),
    "accuracy_attendance_hint": ("누가 어느 회동에 있었는지", "who was at which meeting"),
    "accuracy_dated": ("날짜까지 맞은 참석", "Attendance with date"),
    "accuracy_dated_hint": ("누가 언제 어느 회동에 있었는지", "who was at which meeting, and when"),
    "accuracy_edges": ("연결", "Links"),
    "accuracy_edges_hint": ("누가 누구를 만났는지", "who met whom"),
    "accuracy_date": ("날짜", "Date"),
    "accuracy_date_hint": ("맞은 회동 가운데 날짜도 맞음", "of the right meetings, the date is right too"),
    "accuracy_place": ("장소", "Place"),
    "accuracy_place_hint": ("맞은 회동 가운데 장소도 맞음", "of the right meetings, the place is right too"),
    "accuracy_evidence": ("근거", "Proof"),
    "accuracy_evidence_hint": ("맞은 회동 가운데 근거 문장도 맞음", "of the right meetings, the proving sentence is right too"),
    "accuracy_splits": ("지면 나누기", "Splitting of pages"),
    "accuracy_splits_hint": ("한 지면에서 기사의 앞뒤 경계가 맞음", "both borders of an article on a page are right"),
    # reliability
    "accuracy_certainty": ("확실성을 얼마나 믿을 수 있나", "How far to trust the certainty"),
    "accuracy_certainty_text": (
        "회동마다 붙는 확실성과, 그만큼 확실하다던 회동이 실제로 맞은 비율입니다. 막대 끝이 세로선과 만나면 확실성이 맞은 것입니다.",
        "The certainty given to a meeting, and how many of those said to be that certain are right. Where the bar ends at the "
        "upright line, the certainty is exact.",
    ),
    "accuracy_too_sure": (
        "지금은 확실성이 실제보다 평균 {points}%p 높게 나옵니다.",
        "At present the certainty is too high, by {points} points in the mean.",
    ),
    "accuracy_band": ("확실성", "Certainty"),
    "accuracy_right": ("맞은 비율", "Right"),
    # what does not work
    "accuracy_limits": ("잘 읽지 못하는 글", "What is known not to work"),
    "accuracy_limit_interview": (
        "1인칭으로 풀어 쓴 대담과 회고: 말하는 이가 ‘나’로만 나오면 그가 만난 사람을 놓칩니다.",
        "Interviews and memoirs told in the first person: where the teller is only ‘I’, whom he met is missed.",
    ),
    "accuracy_limit_subject": (
        "주어가 여러 문장에 걸쳐 생략된 글: 누가 만났는지 놓치거나 다른 사람으로 읽습니다.",
        "Subjects dropped over several sentences: the one who met is missed or taken for another.",
    ),
    "accuracy_limit_group": (
        "참석자를 여러 문장에 걸쳐 늘어놓는 단체 행사: 일부만 읽거나 여러 회동으로 나눕니다.",
        "Group events whose guests are listed over several sentences: some are missed, or one event becomes several.",
    ),
    "accuracy_limit_rumour": (
        "몇 문단 뒤에서야 부인되는 소문: 만난 것으로 남을 수 있습니다.",
        "Rumours denied paragraphs later: they can stay as meetings held.",
    ),
    "accuracy_limit_untitled": (
        "직함 없이 이름만 부르는 글: 인물도 소속도 더 자주 놓칩니다.",
        "Articles in which nobody is named with a title: people and posts are missed more often.",
    ),
    "accuracy_limit_relay": (
        "한 문장이 여러 사람과의 만남을 잇달아 말할 때: 따로 만난 사람들을 한자리에 있었던 것으로 읽기도 합니다.",
        "One sentence that tells of several meetings in a row: people met one after another can be read as having met together.",
    ),
    "accuracy_limit_english": (
        "영어 기사: 더 단순한 방법으로 읽어 한국어 기사보다 덜 찾습니다.",
        "Articles in English: read by a simpler route, they give less than Korean ones.",
    ),
}
