"""How Korean joins a name, an organisation and a title: the patterns of what may stand between them.

All patterns match a whole gap (the text between two pieces) unless their name says otherwise. Source: read off news prose; the
particles and connecting verbs are those of any grammar of Korean.
"""

from __future__ import annotations

import re
from functools import cache

from graphing.lexicon import table

# A word that may stand between a name and its title without being a name: 미국, 국제, 담당, 기업금융부문. It carries no particle.
WORD = r"[^\s,.;:!?“”‘’\"'…()△▲▶■◆◇○●/<>\[\]]+(?<![은는을를에이가와던며고의])(?<!에서)(?<!으로)(?<![^학]과)"
_FORMER = r"(?:전|당시|前|옛|직전|전임|전직|\(前\))"

# 반도체(DS)부문: a part of a company with its short form.
_BRACKETED = r"[가-힣]+\([A-Za-z&]{1,8}\)(?:사업)?(?:부문|본부|부)?"
# Name – organisation or title, and organisation – title.
HOLDS = re.compile(rf"^(?: +(?:{WORD} ){{0,4}})?(?:㈜|\(주\) ?)?$")
OF_UNIT = re.compile(rf"^(?:의)?,? ?(?:(?:{WORD}|{_BRACKETED}) ){{0,4}}$")
# [최도윤/가람전자 대표 : …], as broadcasters say who speaks.
CAPTION = re.compile(r"^ ?/ ?(?:㈜|\(주\) ?)?$")
# A bracket at the start of a text: (왼쪽), (CEO), (58).
NOTE = re.compile(r"^ ?[(（\[][^()（）\n]{0,60}[)）\]]")
# Title – next title of the same person.
AND = re.compile(rf"^\)?(?: ?겸 ?|[이]?자 |이면서 |이며 |, 겸 |·|ㆍ|/|, )(?:{WORD} ){{0,3}}$")
ALSO = re.compile(r"^(?:이?자|이?면서|이?며| ?겸) $")
OPENS = re.compile(rf"^ ?[(（](?:{_FORMER} |현 |現 )?$")
RAISED = re.compile(rf"^(?:[을를이가은는]) (?:{WORD} ){{0,1}}$")
# Title – name.
COPULA = re.compile(
    r"^(?:인|이던|이었던|였던|이자| ?출신(?:의|인)?|이기도 한| 신분이던| 신분인|이었다가"
    r"|(?: ?직| ?자리)?[을를] (?:지낸|맡은|맡고 있는|맡았던|맡던|맡아온|맡아 온|역임한|역임했던|겸하는|겸한|겸하던|겸하고 있는)"
    r"|(?: ?직| ?자리)?[을를] (?:내려놓은|내놓은|물려준|넘겨받은|이어받은)|직?에서 물러난|(?:으로|로) (?:있는|있던)"
    r"|[이가] 된|에 오른(?: [장차삼][남녀]| 딸| 아들| 동생)?"
    r"|에|에는|(?:으로|로)는?(?: [가-힣]+[는은한된친온던진] )?)? ?[‘'“\"]?$"
)
# Organisation – bracket – title: 가람은행(은행장 성다온).
BRACKET = re.compile(r"^ ?[(（]$")
# Organisation – its short form in brackets – title: 국제통화기금(IMF) 총재, 다온신탁(多溫信託) 사장.
SHORT_FORM = re.compile(r"^ ?[(（][A-Za-z&·\-\u4e00-\u9fff]{2,10}[)）] $")
PAST_COPULA = re.compile("던|지낸|역임|출신|내려놓은|내놓은|물려준|물러난")
# Title (of a name) – organisation: 방시혁 의장의 하이브, 김범석 대표가 이끄는 유통 업체 쿠팡.
LEADS = re.compile(
    r"^(?:[이가] (?:[^\s,.]+ ){0,2}(?:이끄는|이끌던|이끌고 있는|세운|창업한|설립한|운영하는|운영하던|있는|몸담은|지휘하는|경영하는"
    rf"|대표로 있는|만든|차린|거느린|맡은|맡고 있는|키를 잡은|키를 쥔)(?: {WORD}){{0,3}}"
    r"|[을를] 비롯한|[을를] (?:앞세운|필두로 한)|의) $"
)
# Who led an organisation once: 당시 한들전자를 이끌던 도 대표.
LED_ONCE = re.compile("[끌하맡]던 |었던 |았던 ")
LEADS_SURELY = re.compile("이끄는|이끌")
# Organisation – name whose title comes after: 한미약품을 이끄는 박재현 대표, 외환은행 노조 김기철 위원장, 대법원 2부(주심 천대엽 대법관).
LED = re.compile(
    r"^[을를] (?:[^\s,.]+ ){0,2}(?:이끄는|이끈|이끌어온|이끌던|이끌고 있는|이끌어 온|경영하는|창업한|설립한|세운|운영하는|운영하던|대표하는"
    r"|맡은|맡고 있는|거느린|만든|지휘하는) (?:고 )?$"
)
UNIT_WORD = re.compile(
    r"^(?:의)? (?:[^\s,.]+(?:부문|본부|사업부|실|팀|국|센터|연구소|부|노조|그룹|법인|지사|지부|이사회|담당|소속|신임|새) ){1,2}$"
)
COURT = re.compile(r"^ [^\s,.()]*부 ?\((?:주심|재판장|부장판사)? ?$")
POSSESSOR = re.compile(rf"^(?:의 (?:{WORD} ){{0,2}}|, |(?: 소속| 소속인| 소속이던|측| 측) |[’']s )$")
# Name – name.
# 20대 최다온·21대 한가람 전 지부장
LIST = re.compile(r"^ ?(?:(?:·|ㆍ|∙) ?(?:제?\d{1,3}대 ?)?|, ?제?\d{1,3}대 ?)$")
# 전무 승진 △최다온 △한가람, ◇전무 △최다온: what heads a list with marks. A title with nothing of this may be of the item before.
HEADS = re.compile(r" ?(?:승진|전보|선임|신임|보임|위촉|발령|임명|신규 ?선임)(?: ?[:：])?\s{0,2}[△▲▷▶] ?")
HEADS_LINE = re.compile(r"(?: ?[:：])?\s{0,2}[△▲▷▶] ?")
MARKED = re.compile(r"^(?:\([^()\n]{1,30}\))?,?\s?[△▲▷▶] ?$")
# A title that ends what a clause is about or tells of.
NOUN_PHRASE = re.compile(r"(?:은|는|이|가|도|의|을|를|과|와|에게) | 등")
ENUMERATED = re.compile(r"^(?:\([^()\n]{1,30}\))?(?:,? |·|ㆍ)$")
# The same where each has an organisation beside the name and only the last a title.
ELLIPSIS = re.compile(r"^(?:\([^()]{1,20}\))?(?: [^\s,.·()]+(?: [^\s,.·()]+)?)?(?:·|ㆍ|, )(?:[^\s,.·()]+의? )?$")
MARK = re.compile("[▲△▷▶]")
# From the first mark of a line to its end.
LISTED = re.compile(r"[▲△▷▶][^\n]*")
# What follows a name or title that the clause is about: 정 원장은, 임 내정자 역시. The posts in the clause are past where it says
# 지냈다, and told of the person where 로 선임됐다 follows. These match at a place, not a gap.
TOPIC = re.compile(r"(?:은|는|이|가|도| 역시| 또한| 자신[은이도])[ ,]")
# A sentence about the person whom the one before it was about: 그는 한들전자에서 부사장을 거쳐.
PRONOUN = re.compile(r"(?:^|[.!?”]\s|\n)(?:그|그녀)(?:는|가|도| 역시)\s")
# Where somebody held a post: 한들전자에서 부사장을 거쳤다.
SERVED_AT = re.compile(r"^(?:에서(?:는|도)?|(?:으로|로) (?:자리를 )?(?:옮겨|이직해|건너가|가)) $")
SENTENCE_END = re.compile(r"[.!?]\s|\n|[“”]")
SERVED = re.compile(
    r"(?:[을를]|까지|에서|로|으로|, | 등[을를]?| 등의? [가-힣]+[을를])? ?(?:두루 |차례로 |잇달아 |모두 )?"
    r"(?:지냈|지낸|지내|역임|거쳤|거쳐|거친|거치[며고면]|였[고다으]|이었[고다으]|"
    r"맡았|맡아 왔|맡다가|일했|일하다|출신|재직|시절|근무|물러났|물러난|있었|있던)"
)
CALLED = re.compile(
    r"(?:[을를]|도) (?:겸하고|겸한다|겸임|맡고 있|맡는다|이끌고 있)|(?:이다|이며|이고|이었다|였다|다)(?=[ .,])|이자(?= )|[이가] [되된됐]"
    r"| 자격으로(?= )|(?:으로|로|에) ?(?:[가-힣]+ )?"
    r"(?:선임|내정|추천|취임|승진|발탁|임명|영입|합류|올랐|올라|옮겼|옮긴|선출|지명|추대|뽑|왔다|온다|간다|있다|활동|겸|앉|맞[았이]|불러)"
)
# Somebody – the title that is given him: 한가람을 사장으로 앉혔다, 한가람에게 최고경영자 자리를 맡겼다.
GIVEN = re.compile(r"^(?:[을를]|에게) (?:(?:새|신임|차기|공동|각자) )?$")
GIVES = re.compile(
    r"(?:으로|로|에) ?(?:[가-힣]+ )?(?:선임|내정|추천|승진|발탁|임명|영입|선출|지명|추대|뽑|앉|맞[았이]|불러|모셔)"
    r"|(?: ?자리| ?직)[을를] (?:맡[겼긴기]|물려[줬주준])"
)
# A title that is given – somebody: 회장에 한가람 다온전자 대표를, 부회장으로는 한가람 다온전자 대표가; and what tells that it is.
GIVEN_TO = re.compile(r"^(?:에|에는|으로|로|으로는|로는) (?:[가-힣A-Z]+ 출신(?:의|인)? )?$")
APPOINTS = re.compile(
    r"[^.!?“”\n]*?(?:선임|내정|추천|취임|승진|발탁|임명|영입|선출|지명|추대|위촉|뽑|앉[혔히]|올랐|올라)"
)
AND_NEXT = re.compile(r"(?:[과와],? |, |·| 및 | ?겸 ?)")

_FORMER_WORD = re.compile(rf"(?:^|[\s(]){_FORMER}(?= |$)")


def former(words: str) -> bool:
    """Whether the words beside a title say that the post is past: 전, 당시."""
    return _FORMER_WORD.search(words) is not None


@cache
def modifiers() -> frozenset[str]:
    """Words that stand before titles and tell no part of an organisation: 전, 신임, 미국."""
    return frozenset(row["word"] for row in table("title_modifiers") if row["kind"] == "modifier")


@cache
def kinship() -> re.Pattern[str]:
    """What stands between a person and a relative named next: 부인, 의 장남인."""
    words = "|".join(sorted((row["word"] for row in table("title_modifiers") if row["kind"] == "kin"), key=len, reverse=True))
    return re.compile(rf"^(?:\([^()]{{1,20}}\))?(?:의|인|[과와])? ?(?:두 |세 |첫째 |둘째 |막내 )?(?:{words})(?:인| )? ?(?:고 )?$")
