"""The texts of the dashboard's readings, filters, timeline, profile and table. (Korean, English) by key, as in ``words``."""

from __future__ import annotations

DASHBOARD_WORDS: dict[str, tuple[str, str]] = {
    # readings
    "reading": ("보는 방식", "Reading"),
    "reading_people": ("인물", "People"),
    "reading_companies": ("회사", "Companies"),
    "reading_meetings": ("회동", "Meetings"),
    "reading_around": ("둘레", "Around one"),
    "folded": ("그룹으로 묶기", "Fold groups"),
    "steps": ("걸음 수", "Steps"),
    "step": ("{n}걸음", "{n} step(s)"),
    "group": ("그룹", "Group"),
    "centre": ("둘레 보기", "Surroundings"),
    "more_drawn": ("{n}곳 더 보기", "Show {n} more"),
    "undo_step": ("한 단계 되돌리기", "Undo the last step"),
    "fullscreen": ("전체 화면", "Full screen"),
    "alone": ("뺀 매체만 전한 연결", "Told by a left-out outlet alone"),
    "alone_count": ("뺀 매체만 전한 연결 {n}개", "{n} connection(s) stand on the left-out outlets alone"),
    # search
    "found": ("찾은 이름", "Names found"),
    "found_count": ("{n}개 찾음", "{n} found"),
    "search_in_text": ("“{text}” 들어간 회동 거르기", "Filter meetings by “{text}”"),
    # filters
    "filters_more": ("더 거르기", "More filters"),
    "outlets": ("매체", "Outlets"),
    "outlets_without": ("빼고 볼 매체", "Leave outlets out"),
    "groups": ("그룹", "Groups"),
    "places": ("장소", "Places"),
    "counterparts": ("상대의 종류", "Kind of counterpart"),
    "sure": ("확실성", "Certainty"),
    "often": ("만난 횟수", "Times met"),
    "at_least": ("{n} 이상", "at least {n}"),
    "fitting": ("회동 {all}건 가운데 {n}건", "{n} of {all} meetings"),
    "clear": ("거르기 지우기", "Clear the filters"),
    "all": ("모두", "All"),
    "gone_short": ("이제 없는 이름", "no longer there"),
    # timeline
    "today": ("오늘", "Today"),
    "play": ("시간 순서로 재생", "Play through time"),
    "pause": ("멈춤", "Pause"),
    "lanes": ("줄 나누기", "Lanes"),
    "lanes_none": ("한데", "Together"),
    "lanes_person": ("인물별", "By person"),
    "lanes_company": ("회사별", "By company"),
    "histogram": ("전체 기간의 회동 수. 끌면 볼 기간을 옮깁니다.", "Meetings over the whole time. Drag to move the stretch shown."),
    # profile
    "profile": ("이 기사들 속 프로필", "Profile in these articles"),
    "profile_note": ("이 기사들에 나온 것만 셉니다.", "Counted in these articles only."),
    "met_most": ("자주 만난 상대", "Met most"),
    "times": ("{name} {n}회", "{name} {n}×"),
    "first_last": ("처음과 마지막", "First and last"),
    "again": ("오랜만의 만남", "First since"),
    "again_told": ("{now} {name} — {before} 이후 처음", "{now} {name} — first since {before}"),
    "new_met": ("최근 90일에 처음 만난 상대", "New in the last 90 days"),
    "member_of": ("소속 회사", "Companies"),
    # evidence
    "why": ("읽은 까닭", "Why"),
    "why_told": ("“{cue}” — {who}", "“{cue}” — {who}"),
    "copy": ("인용 복사", "Copy quote"),
    "copied": ("복사했습니다", "Copied"),
    "whole_article": ("기사 전문", "Whole article"),
    "close_article": ("근거로 돌아가기", "Back to the proofs"),
    # table
    "table_filter": ("표에서 찾기", "Filter the table"),
    "table_count": ("{n}건", "{n} rows"),
}
