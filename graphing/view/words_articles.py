"""The words of the pages that add and list articles: key → (Korean, English), joined into ``words.WORDS``."""

from __future__ import annotations

ARTICLE_WORDS: dict[str, tuple[str, str]] = {
    # what is to be added
    "upload_intro": (
        "기사를 붙여 넣거나 파일을 올린 다음 무엇을 읽어 냈는지 보고 저장하세요.",
        "Paste an article or drop files, look at what was understood, then save.",
    ),
    "upload_text": ("기사 본문", "Text of the article"),
    "upload_text_hint": (
        "신문 한 면을 통째로 붙여 넣어도 됩니다. 기사별로 나누어 읽습니다.",
        "A whole newspaper page will do: it is split into its articles.",
    ),
    "upload_drop": (
        "파일 (텍스트, PDF, 한글, 워드, 엑셀, 웹페이지, 메일)",
        "Files (text, PDF, Hangul, Word, Excel, web, e-mail)",
    ),
    "upload_choose": ("파일 고르기", "Choose files"),
    "upload_here": ("여기에 끌어다 놓아도 됩니다.", "or drop them here"),
    "upload_drop_hint": (
        ".txt .md .html .pdf .docx .hwp .hwpx .xlsx .csv .jsonl .eml .zip. 빅카인즈 엑셀은 그대로 올리면 됩니다. "
        "page.txt와 이름이 같은 page.json에 발행일과 매체를 적어 함께 올릴 수 있습니다.",
        ".txt .md .html .pdf .docx .hwp .hwpx .xlsx .csv .jsonl .eml .zip. An export of BigKinds will do as it is. "
        "A page.json beside page.txt can tell its date and outlet.",
    ),
    "upload_link": ("기사 링크", "Link to an article"),
    "upload_link_hint": (
        "가져오기를 누를 때만 인터넷에서 그 면을 읽어 옵니다. 사내망이나 이 컴퓨터의 주소는 읽지 않습니다.",
        "The page is fetched from the internet only when you press Fetch. Addresses of private networks are refused.",
    ),
    "fetch": ("가져오기", "Fetch"),
    "fetching": ("가져오는 중입니다.", "Fetching."),
    "not_fetched": ("가져오지 못했습니다. 적은 주소는 그대로 있습니다.", "It could not be fetched. The address is still here."),
    "table_unknown": (
        "{name}: 열의 뜻을 한 번만 알려 주세요. 같은 머리글의 표는 다음부터 그대로 읽습니다.",
        "{name}: say once what its columns mean. Tables with the same headers are then read as they are.",
    ),
    "upload_file_table": ("{name} · 열의 뜻을 알려 주세요", "{name} · its columns are asked below"),
    "column_choose": ("열 고르기", "Choose a column"),
    "column_text": ("본문", "Text"),
    "column_title": ("제목", "Headline"),
    "column_published": ("발행일", "Publication date"),
    "column_outlet": ("매체", "Outlet"),
    "column_url": ("주소", "Address"),
    "column_author": ("글쓴이", "Author"),
    "column_keep": ("이대로 읽기", "Read it so"),
    "column_need_text": ("본문이 어느 열인지 골라 주세요.", "Choose the column that holds the text."),
    "particulars": ("문서 {n}편의 발행일과 매체", "Date and outlet of {n} document(s)"),
    "to_confirm": ("{what} · 확인 필요", "{what} · to be confirmed"),
    "from_record": ("곁들인 정보", "told beside it"),
    "from_table": ("표의 열", "column of the table"),
    "from_page": ("웹페이지 정보", "markup of the page"),
    "from_mail": ("전자우편 머리", "head of the e-mail"),
    "from_feed": ("피드", "feed"),
    "from_text": ("본문에 적힘", "printed in the text"),
    "from_name": ("파일 이름", "name of the file"),
    "from_said": ("사람이 적음", "said by you"),
    "upload_file": ("{name} · 문서 {n}편", "{name} · {n} document(s)"),
    "upload_file_sidecar": ("{name} · 곁들인 정보", "{name} · particulars of its text"),
    "upload_file_bad": ("{name} · 읽을 수 없음", "{name} · cannot be read"),
    "take_out": ("빼기", "Take out"),
    "upload_problems": (
        "읽지 못한 것이 {n}건 있습니다. 나머지는 그대로 올릴 수 있습니다.",
        "{n} thing(s) could not be read; the rest can be added.",
    ),
    "reading_files": ("파일을 여는 중입니다.", "Opening the files."),
    # what the text does not say itself
    "upload_published": ("발행일", "Publication date"),
    "upload_published_hint": (
        "“4일”, “지난해 1월” 같은 말을 날짜로 바꾸는 기준입니다. 파일이나 곁들인 .json이 스스로 말하는 날짜는 바꾸지 않습니다.",
        "Words like “the 4th” or “last January” are counted from it. A date that a file tells itself stays.",
    ),
    "upload_printed": (
        "본문이나 파일 이름에 적힌 날짜를 발행일로 쓰기: {dates}",
        "Use the date printed in the text or the file's name: {dates}",
    ),
    "upload_printed_none": ("적힌 날짜 없음", "none found"),
    "upload_undated": (
        "발행일을 모릅니다. “4일” 같은 날짜는 풀지 않고 읽습니다.",
        "I don't know it. Read without: relative dates stay unresolved.",
    ),
    "upload_outlet": ("매체 (선택)", "Outlet (optional)"),
    "upload_title": ("제목 (선택)", "Title (optional)"),
    "upload_url": ("주소 (선택)", "Address (optional)"),
    # reading
    "read": ("읽기", "Read"),
    "read_on": ("이어서 읽기", "Go on reading"),
    "stop": ("멈추기", "Stop"),
    "stop_hint": ("지금까지 읽은 기사는 남습니다.", "What has been read stays."),
    "stopped": (
        "문서 {n}편까지 읽고 멈췄습니다. 이대로 저장하거나 이어서 읽을 수 있습니다.",
        "Stopped after {n} document(s). Save these, or go on reading.",
    ),
    "read_again": ("다시 읽기", "Read again"),
    "reading_share": ("문서 {number}/{all} 읽는 중", "Reading document {number} of {all}"),
    "starting": (
        "형태소 분석기를 준비하는 중입니다. 처음에는 몇 초 걸립니다.",
        "Starting the analyser. The first time takes some seconds.",
    ),
    "need_text": ("읽을 글이 없습니다. 본문을 붙여 넣거나 파일을 올리세요.", "There is nothing to read. Paste a text or drop a file."),
    "need_published": (
        "문서 {n}편에 발행일이 없습니다. 발행일을 정하거나 모른다고 표시하세요.",
        "{n} document(s) have no publication date. Give one, or tick that you don't know it.",
    ),
    "changed": (
        "읽은 다음에 내용이 바뀌었습니다. 다시 읽은 뒤에 저장하세요.",
        "The draft has changed since it was read. Read it again, then save.",
    ),
    "not_read": ("다 읽지 못했습니다.", "It could not be read."),
    "nothing_lost": ("적은 내용은 그대로 있습니다.", "What you typed is still here."),
    # what was understood
    "understood": ("읽어 낸 내용", "What was understood"),
    "understood_here": (
        "읽기를 누르면 인물과 직책, 회사와 기관, 회동과 그렇게 읽은 문장이 여기에 나타납니다.",
        "Press Read: people with their posts, companies, agencies, meetings and the telling sentences appear here.",
    ),
    "understood_counts": (
        "기사 {articles} · 인물 {people} · 회사·기관 {organizations} · 회동 {meetings}",
        "{articles} article(s) · {people} people · {organizations} companies and agencies · {meetings} meeting(s)",
    ),
    "not_saved_yet": ("아직 저장하지 않았습니다.", "Not saved yet."),
    "which_article": ("기사 고르기", "Choose an article"),
    "no_people_found": ("읽어 낸 인물이 없습니다.", "No person was found."),
    "no_organizations_found": ("읽어 낸 회사나 기관이 없습니다.", "No company or agency was found."),
    "no_meetings_found": ("이 기사에서 읽어 낸 회동이 없습니다.", "No meeting was found in this article."),
    "mentions": ("언급", "Mentions"),
    "type": ("종류", "Kind"),
    "whole_text": ("기사 전문", "Whole text"),
    # saving
    "save": ("저장", "Save"),
    "saving": ("저장하는 중입니다.", "Saving."),
    "not_saved": ("저장하지 못했습니다.", "It could not be saved."),
    "saved_new": ("새 기사 {n}편을 저장했습니다.", "{n} new article(s) saved."),
    "saved_copies": (
        "{n}편은 이미 있는 기사의 다른 출처로 묶음",
        "{n} of them another source of an article already there",
    ),
    "copy_of": (
        "같은 글이 이미 있습니다: {what}. 저장하면 같은 회동의 다른 출처가 됩니다.",
        "The same text is there already: {what}. Saved, it becomes another source of the same meetings.",
    ),
    "saved_unchanged": ("{n}편은 이미 있음", "{n} already there"),
    "saved_replaced": ("{n}편은 새로 읽은 내용으로 바꿈", "{n} brought up to date"),
    "see_network": ("관계망에서 보기", "See it in the network"),
    "see_articles": ("기사 목록에서 보기", "See it among the articles"),
    # the list
    "articles_search": ("제목·매체·파일 이름으로 찾기", "Find by title, outlet or file name"),
    "articles_hint": ("행을 고르면 기사가 열립니다.", "Choose a row to open the article."),
    "articles_none": ("찾는 말이 든 기사가 없습니다.", "No article fits."),
    "pasted": ("붙여 넣은 글", "Pasted text"),
    "source": ("출처", "Source"),
    "back_to_list": ("목록으로", "Back to the list"),
    "date_later": ("발행일 정하기", "Give the date"),
    "date_later_hint": (
        "발행일을 정하면 “4일” 같은 날짜를 풀어 다시 읽습니다.",
        "With the publication date, words like “the 4th” are resolved and the article is read again.",
    ),
    "date_keep": ("다시 읽고 저장", "Read again and save"),
    "not_dated": ("발행일을 저장하지 못했습니다.", "The date could not be saved."),
    "remove": ("삭제", "Remove"),
    "remove_sure": (
        "이 기사와 이 기사에만 나오는 인물·회동이 사라집니다. 다른 기사를 열기 전까지는 되돌릴 수 있습니다.",
        "The article goes, with the people and meetings told only by it. You can undo it until you open another article.",
    ),
    "remove_confirm": ("삭제합니다", "Remove it"),
    "not_removed": ("삭제하지 못했습니다.", "It could not be removed."),
    "removed": ("“{title}” 기사를 삭제했습니다.", "“{title}” has been removed."),
    "undo": ("되돌리기", "Undo"),
    "article_gone": ("그 기사는 이제 없습니다.", "That article is gone."),
}
