"""Whether an encounter took place, is to come, or did not: read from its own predicate and from what is said of it next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graphing.extract.frames.cues import Cue, called_off, denied, dropped, refused, told_status
from graphing.extract.frames.denials import RUMOUR, TURN, denied_elsewhere
from graphing.extract.frames.linking import Scene, inside
from graphing.extract.frames.phrases import PARTICLES
from graphing.model import MeetingStatus, Sentence, Token

CHAIN = frozenset({"어", "아", "고", "며", "으며", "어서", "아서", "여", "면서", "으면서", "느라", "느라고"})
CONTRAST = ("지만", "는데", "ᆫ데", "은데", "으나", "나", "던데", "더니", "자", "다가", "건만")
# A plain present: 만난다, 만찬을 한다. What somebody says or tells in it is no plan: 전한다, 설명한다.
PRESENT = re.compile(
    r"(?:(?<!말)(?<!전)(?<!설명)(?<!평가)(?<!회상)(?<!기억)(?<!강조)(?<!거슬러 올라)(?<!기억이 )(?<!생각이 )(?<!기억에 )"
    r"[한난간온든는선준른린눈연룬진친댄낸넨둔뜬쓴탄찬킨인띤운]다|"
    r"(?:갖|앉|찾|맞|맺|잡|걷|섞)는다|(?<![로고] )본다|"
    # 만납니다, 갖습니다: the same in a broadcast.
    r"(?<!말)(?<!전)(?<!설명)(?<!평가)[합납갑옵엽칩집십릅눕댑뵙봅]니다|(?:갖|앉|찾|맞|맺|잡|걷|먹|짓|찍)습니다|"
    # 만나요, 마주 앉네요, 만난대요: the same in a letter to readers.
    r"(?<!말)(?<!전)(?<!설명)(?<!평가)해요|(?:만나|앉아|[가와]|맞대|[을를] (?:봐|가져|나눠|먹어|마셔|열어|찾아|찍어|맺어))요|"
    r"(?<![가-힣][았었였겠])(?<![했갔왔났졌섰렸췄랐됐봤뵀겠썼켰쳤녔눴셨댔])네요|(?<!말)(?<!전)[난간한본눈댄선온연신]대요|[갖앉찾맞먹]는대요)[.”\"!]?\s*$"
)
# '만난 사실은 양쪽이 인정한다', '자리를 함께한 것을 두고 뒷말이 나온다': what is said in the present of what was.
PAST_FACT = re.compile(
    r"(?:[^.,“”]{0,30}?[가-힣])?(?<=[한난간온든선준른린눈연룬진친댄낸넨둔뜬쓴탄찬킨인띤본은던])"
    r" (?:것|사실|점|일|데|배경|이유|까닭|장면|모습)(?:[은이을를도]|에 대해|에 대한|에 관해|[을를] 두고|[을를] 놓고|만) "
)
# Who asks, calls or comes has not yet met: '저녁에 초대했지만 …', '찾아갔으나 …'. Whether it came to anything stands after the contrast.
ATTEMPT = re.compile(
    r"(?:주선|제안|제의|요청|추진|타진|시도|초대|초청|청)(?:했|하였)|불렀|찾아갔|찾아왔|찾았|갔|왔|잡았|보냈|려 했|려고 했|려 하였|자고 했"
)
# '만나 인수를 마무리하려 했으나'
INTENDED = re.compile(r"려(?:고|던)? ?(?:했|하였)?(?:지만|으나|는데|나)[,\s]*$")
# '회동을 하려고 했다는 것이다. … 얼굴을 보지는 못했다': meant once, and whether it failed.
MEANT_TO = re.compile(r"^.{0,6}려(?:고)? ?(?:했다|했었다|했던|하였다)")
FAILED = re.compile(r"못했|못하[고며]|못한 (?:것|채)|불발|무산|취소|보류|틀어졌|엇갈[려렸]")
REFUSED_TO = re.compile(r"[아어]? ?주지(?:는|도|를)? ?(?:않|못)")
# '만나러 가다가 차를 돌렸다', '만나기 위해 왔다가 그대로 돌아갔다'
SET_OUT = re.compile(
    r".(?:러|기 위해|려고)\s[^.“”]{0,40}?(?:가다가|오다가|갔다가|왔다가|갔으나|왔으나|갔지만|왔지만|찾았으나|나섰다가|나섰으나)\s"
)
TURNED_BACK = re.compile(
    r"(?:차|발길|발걸음|방향)를? ?(?:[가-힣]+ )?돌[렸려]|발길을 돌|그대로 (?:되)?돌아[갔섰왔]|되돌아[갔왔섰]|그냥 돌아|허탕|헛걸음"
)
# '만나는 것으로 알려졌다': what is told of in the present lies ahead.
PRESENT_HEARD = re.compile(
    r".(?:[을를]? ?(?:(?:함께|다시|직접|따로|잇달아|차례로|각각) )?[가-힣]{0,3})?는 것으로 (?:[가-힣]+ )?(?:알려|전해|확인|파악|전했)"
)
# '그전에는 만난 적이 없다': of times before, and no encounter that was denied.
BEFORE_THEN = re.compile(r"(?:그|그 |이)?(?:전|이전|앞)에(?:는|도|도 따로)?,? (?:[^\s.“”]+ ){0,5}$")
NO_TIME = re.compile(r"^.{0,3} ?(?:적|일|사실)(?:이|은|도)? ?(?:전혀 |한 번도 )?없")
# '셋이 머리를 맞댄 것은 아니다'; but who did not meet by chance, or for the first time, has met.
NOT_SO = re.compile(r"[가-힣]{0,2} ?[것건](?:은|까지는)? 아니[다었라며고지]")
HOW_IT_WAS = re.compile(r"처음|우연히|일부러|혼자|몰래|억지로|단순히|[이그저]것만|때문에|위해")
# '만났는지에 대해서는 언급하지 않았다'; but what they talked about, or where, was asked of an encounter that took place.
LEFT_OPEN = re.compile(
    r"[가-힣]{0,2}는지(?:에 (?:대해|관해)(?:서는|선|서)?|[가는도를]|조차)?,? [^.“”]{0,30}?"
    r"(?:언급|밝히|밝혀|확인|알려지|답|입을|입장|말을 아|함구|침묵|공개|불분명|분명하지|알 수 없|"
    # '만났는지 물었다', '만났는지를 조사하고 있다'
    r"묻|물[었으]|캐[묻물]|추궁|조사|수사|파악|살[피펴핀폈]|들여다|따[지져졌]|알아[보봤]|쟁점|논란|의문|의심|규명|관건|모[르른])|"
    # '만났을 가능성이 있다'
    r"을 (?:가능성|개연성|공산|수도 있)"
)
OF_WHAT = re.compile(r"무슨|무엇|어떤|어떻게|언제|어디|어느|왜|누가|누구|몇|얼마|뭘|뭐")
HOW_WITHIN = 24
# '꾸준히 만나 왔다'
ITERATED = re.compile(r"^.{0,2} ?[왔온](?:다|으며|고|지만|는데|던| )")
ALL_THE_TIME = re.compile(r"그동안|그간|줄곧|꾸준히|이따금|오랫동안|오래전부터|부터")
# '저녁을 먹자며 불렀다. 그러나 … 약속을 거둬들였다'
TO_DO_SO = re.compile(r"자(?:며|면서|고|는) ")
# '만나 담판을 짓기로 한 약속을 거둬들였다': joined to what they were to do together.
PROMISED = re.compile(
    r"[^.,“”]{0,24}?(?:담판|식사|점심|저녁|이야기|얘기|대화|논의|협의|상의|회담|회동|면담|매듭|인사|서명|도장|결론)[^.,“”]{0,8}"
    r"기로 (?:한|했던) (?:약속|일정|계획|자리)"
)
# '만나 휴무일을 정하기로 했으나 B가 약속을 미뤘다': what they were to meet for.
TO_AGREE = re.compile(
    r"[^.,“”]{0,24}?(?:정하|담판|식사|이야기|얘기|대화|논의|협의|상의|회담|회동|면담|매듭|서명|결론)[^.,“”]{0,6}"
    r"기로 (?:했으나|했지만|했는데|했다가|했던 것)"
)
# What ends a quotation that somebody goes on from: ”이라며, ”고 했다.
# '‘A가 B를 면담했다’는 부분은 사실과 달라 삭제합니다'
CORRECTED = re.compile(
    r"[^.,“”‘’'\"]{0,8}?[다라]\.?[’'”\"]? ?(?:는|라는|고 한|고 쓴|고 적은|고 보도한) "
    r"(?:부분|대목|내용|보도|기사|문장|표현|서술)(?:은|을|이)? [^.“”]{0,12}?(?:사실과 (?:다르|달라|다른)|사실이 아니|오보|삭제|취소)"
)
SAID_ON = re.compile(r"[”\"’]?(?:이?라며|이?라면서|이?라고|고|며)[ ,]")
# '연내 만나 서명하기로 했다'
AHEAD = re.compile(r"(?<![가-힣])(?:연내|조만간|머지않아|이른 시일|가까운 시일|내년|다음 ?[달주]|내달|오는 \S+)(?:에|께| 안에| 내에)? ")
AGREED = re.compile(r"기로 (?:했|하고|뜻|합의|약속|의견)")
WENT = frozenset({"갔", "왔"})
OF_EVENT = frozenset({"attend", "event", "meal"})
# '만나려던 자리다', '열려던 오찬': what was meant once.
MEANT = re.compile(r"[가-힣]{0,2}려(?:고 했)?던 |[을를] [가-힣]{1,2}려(?:고 했)?던 ")
# '만나기로 했던 B가 오지 못했다'
APPOINTED = re.compile(r"[^.“”]{0,24}?기로 (?:했|하였|돼 ?있|되어 ?있|약속했|약속한|예정돼 ?있|예정됐|예정되었)던 ")
CONTRASTED = re.compile(r"(?:지만|으나|는데|건만|음에도|[갔왔]다가|^다가)[,\s]*$")
# '회동을 갖고 논의할 예정이다': joined without a tense of its own, it has that of what follows.
TENSELESS = re.compile(r"[을를]? ?(?:하|갖|가지|열)?고")
# '당초 17일 마주 앉기로 돼 있었다': what was planned once, and told so, came to nothing, unless it is said to have been kept.
ONCE = re.compile(r"(?<![가-힣])(?:당초|애초|애당초|원래|본래)(?:에는?|엔)? ")
WAS_PLANNED = re.compile(
    r"(?:계획|예정|방침|생각|요량|심산|작정|복안|참)이었|"
    r"(?:예정돼|예정되어|들어|포함돼|올라|잡혀) ?있었|기로 (?:돼|되어|했)[ 가-힣]{0,4}었|기로 했었"
)
# What two do together. Who was to come to what others hold, and did not, called nothing off.
OF_TWO = frozenset({"meet", "face", "talk", "meal", "phone", "visit", "sign", "event"})
FINALLY_PLANNED = re.compile(rf"(?:{WAS_PLANNED.pattern})(?:다|습니다)[.”\"]*\s*$")
KEPT = re.compile(r"^\s*[^.]{0,40}?(?:예정대로|약속대로|그대로|계획대로)")
# '두 사람의 회동은 아직 성사되지 않았다', '아직 만난 적이 없다': nothing was called off.
NOT_YET = re.compile(r"(?<![가-힣])(?:아직|여태|여태껏|지금껏|현재까지) ")
# An aim, a wish, a condition or a question is no encounter: 만나기 위해, 만나고 싶다, 만나면, 만난 적이 있느냐는 물음에.
PURPOSE = re.compile(
    r"\s?[가-힣]{0,2}(?:고 싶|기[를]? (?:원|희망|바라|바란|기대|고대|소망)|"
    r"길 (?:원|희망|바라|바란)|기 위(?:해|한|하여)|하고자|자는 (?:제안|제의|요청))|"
    r"[가-힣]{0,2}(?:면|다면|거든|더라도)(?= |,|$)|"
    # '만나는 것을 피했다', '만난 것처럼 꾸몄다'
    r"[가-힣]{0,2}(?: 것)?[을를] (?:[가-힣]+ )?(?:피[하했]|꺼[리렸]|삼[가갔])|[가-힣]{0,2} ?것(?:처럼|같이)(?= |$)|"
    r"지(?:는|도)? ?않았?(?:느냐|냐|는가|나요|습니까)|"
    r" ?(?:적|일|사실|바)(?:이|은|도)? ?있(?:었)?(?:느냐|냐|는지|나는|는가)|"
    r"[가-힣]{0,2}(?:느냐|냐|는지)(?:는|고)? ?(?:물음|질문|물었|묻)|"
    # '만날지 주목된다', '회동할지는 불투명하다'
    r"[가-힣]{0,2}지(?:[가는도]|에|에도)? (?:[가-힣]+ )?(?:주목|관심|이목|눈길|귀추|촉각|불투명|미지수|관전)|"
    # '총수들과 밥을 먹을 때가 아니다'
    r"[가-힣]{0,2} 때(?:가|는|도)? 아[니닌]|"
    # A plan that there is not, and what is asked or left open: 만날 계획이 없다, 회동 여부.
    r"[가-힣]{0,2} ?(?:계획|예정|생각|의향|뜻|일정|이유)[이은도가는]?(?: 전혀| 아직| 현재로선| 당분간)* 없|\s?[가-힣]{0,2} ?여부|"
    r"[가-힣]{0,2} ?가능성(?:을|도)? (?:열어|배제하지|시사|내비|언급|점[쳤치]|낮|희박|없|크지|높지)"
)
# '못 만났다', '안 만나'
NEGATED = re.compile(r"(?<![가-힣])(?:못|안) $")
# '오래 못 만난 B와', '대화를 나누지 못했다': what there was not for a time, or not of an encounter, calls nothing off.
LONG = re.compile(r"오래|동안|한동안|그간|까지")
UNSHARED = re.compile(r"(?:[을를] )?(?:나)?누지(?:는|도|조차)? ?(?:않|못)")
# '회담한 지 여덟 달 만에': the last time is past, whatever becomes of the next.
# '만나 협력을 논의한 데 이어 13일 귀국한다': so is what the next thing follows.
SINCE = re.compile(r"[가-힣]{0,3}[한난된은든진온간] 지 [^.,]{1,14}?만(?:에|의|이)|(?:[^.,“”]{0,30}?[한난된은진눈])?\s?데\s이어")
# What happens often is no encounter: 자주 만나는 사이다.
FREQUENT = r"[가-힣]{1,3}마다|매년|매달|매주|매번|정기적으로|수시로|자주|종종|가끔|늘|해마다|번번이|(?:한|두|세|네) ?(?:번|차례)꼴로"
OFTEN = re.compile(rf"(?:{FREQUENT}) ?$")
HABIT = re.compile(rf"(?<![가-힣])(?:{FREQUENT})(?![가-힣])")
# '갖는다고 밝혔다': a plain present that is reported means the future as well.
PRESENT_SAID = re.compile(
    r"(?:[난본](?=다고)|(?<=논의|협의|상의|회동|면담|회담|접견|예방|방문|통화|환담)한(?=다고)|"
    r".(?:[해여고]? (?:[가-힣]+ ){0,2}?)?(?:[가-힣]{0,4}(?:회동|간담회|회담|면담|모임|오찬|만찬|조찬))?[을를에]? ?"
    r"(?:가|함께 |다시 |직접 )?(?: ?열|[가-힣]{0,2})(?<!야 )[한난간본는든선눈연앉린])다고 "
    r"[^.]{0,40}(?P<how>밝혔|전했|전해졌|발표|알려|알렸|예고|공지|통보|보도|말했|설명했|귀띔했)"
)
# '21일 만난다고 말했다': what somebody only says in the present may be what he always does, unless it has a day.
ONLY_SAID = frozenset({"말했", "설명했", "귀띔했"})
ON_A_DAY = re.compile(r"\d ?일 |내일|모레|글피")
# '행사에 참석한 뒤 … 회동할 예정이다': who attends first and meets next has not attended yet.
FIRST = frozenset({"뒤", "후", "직후", "다음"})
# What is called off or to come before it is named: '무산된 A와 B의 회동', '예정된 만찬'.
OFF_BEFORE = re.compile(r"(?:취소|무산|불발|연기|보류)(?:된|됐던|되었던|했던) ")
HAPPENED = re.compile(r"성사됐|성사되었|열렸|이뤄졌|이루어졌|진행됐|마쳤|마무리|끝났|치러졌")
DUE_BEFORE = re.compile(r"예정(?:된|됐던|되었던|돼 있던|돼 있는) ")
# '회동 소감을 묻는 질문에 답하지 않았다': what becomes of a question says nothing of the encounter.
ASKED = re.compile(r"묻는|묻자|물은|질문|물음")
OF_IT = re.compile(r"(?<![가-힣])(?:이번|이날) $")
OUTLOOK = re.compile(r"[이은의] [^.“”]{0,40}?(?:될지|될 것|되리|될 전망|될 가능성|될 수|이어질지|이끌지|낳을지)")
LIKE = frozenset({"처럼", "같이"})
# What a relative clause qualifies; a surname may be read as a numeral (만난 백 장관).
HEAD_TAGS = frozenset({"NNP", "NNG", "NR", "NP", "SL", "SH"})
# 만난 사실, 만나기로 한 약속: the noun does not end what is said of the encounter.
NOT_YET_A_HEAD = frozenset({"사실", "예정", "계획", "방침", "약속", "일정", "자리", "소문", "설", "일", "기억", "적", "바"})


# Endings of what is asked or told within a clause.
ASKED_WITHIN = frozenset({"는지", "ᆫ지", "은지", "ᆯ지", "을지", "던지"})


def tails(text: str, at: Scene, cue: Cue) -> tuple[str, str]:
    """The words that say whether the encounter took place: those of the cue's own predicate, and those of the verbs chained to it.

    The first end at the first connective, the second at the first finite verb, contrast or head noun ('만나 … 할 예정이다').
    """
    tokens = at.sentence.tokens
    first = bisect_left([token.end for token in tokens], cue.end)
    # '면담은 “취소됐다”고 밝혔다' is said of it; '면담에서 “결론이 나지 않았다”고 밝혔다' is said there.
    topic = any(token.tag in ("JX", "JKS") and token.start == cue.end for token in tokens[first : first + 2])
    said = [(low, high) for low, high in at.quotes if low >= cue.end and not topic]
    near = None
    # '면담은 … 취소됐다': what is said of a noun that is subject or topic stands in the main verb.
    nominal = any(token.tag in ("JX", "JKS") and token.start <= cue.end + 4 for token in tokens[first : first + 3])
    for index in range(first, len(tokens)):
        token = tokens[index]
        if inside(token.start, said):
            # '만나 “투자를 늘려 달라”고 요청할 예정이다': what was said there does not say whether they met.
            continue
        previous = tokens[index - 1] if index else None
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.tag == "EF":
            end = token.end if following is None or not following.tag.startswith(("J", "VCP")) else None
            if end is not None:
                return _unsaid(text, cue.end, near or end, said), _unsaid(text, near or end, end, said)
        elif near is not None and token.form in ASKED_WITHIN:
            # '만나 준비가 얼마나 됐는지 듣고 … 둘러볼 예정이다'
            continue
        elif token.tag == "EC" and following is not None and not following.tag.startswith("VX"):
            if (previous is not None and previous.tag == "EP") or token.form in CONTRAST:
                return _unsaid(text, cue.end, near or token.end, said), _unsaid(text, near or token.end, token.end, said)
            if token.form in CHAIN and near is None and not nominal:
                near = token.end
        elif (token.tag == "ETM" or _is_fused(text, token)) and near is None:
            if following is not None and following.form in FIRST:
                near = token.end
                continue
            attached = not any(t.tag.startswith(PARTICLES) for t in tokens[first + 1 : index])
            is_head = following is not None and following.tag in HEAD_TAGS and following.form not in NOT_YET_A_HEAD
            # '만난 자리에서', '만난 일로': what follows happened there.
            after = tokens[index + 2] if index + 2 < len(tokens) else None
            is_head = is_head or (following is not None and after is not None and after.tag == "JKB" and after.form not in LIKE)
            if attached and is_head and token.form in ("ᆫ", "은", "던", "한"):
                return text[cue.end : token.end], ""
    end = at.sentence.end
    return _unsaid(text, cue.end, near or end, said), _unsaid(text, near or end, end, said)


def _is_fused(text: str, token: Token) -> bool:
    """Whether a numeral is the end of a verb, before a noun that begins like a counted one: '회동한 표도현 사장' read as 한 표."""
    return token.tag == "MM" and token.form == "한" and not text[token.start - 1 : token.start].isspace()


def _unsaid(text: str, start: int, end: int, said: Sequence[tuple[int, int]]) -> str:
    """text[start:end], what is quoted in it blotted out, letter for letter."""
    words = text[start:end]
    for low, high in said:
        if start <= low < end:
            words = words[: low - start] + "·" * (min(high, end) - low) + words[high - start :]
    return words


def following_text(text: str, sentences: Sequence[Sentence], index: int) -> str:
    """The words of the next sentence, '' after the last."""
    if index + 1 >= len(sentences):
        return ""
    return text[sentences[index + 1].start : sentences[index + 1].end]


def read_status(text: str, at: Scene, cue: Cue, near: str, chained: str, following: str, later: str = "") -> MeetingStatus:
    """Whether an encounter took place, is to come, or did not.

    Told by its own predicate; a plan or rumour by what the rest of the sentence and the next one (``following``) say of it, a rumour
    also by the one after that (``later``); a plain present (만난다) means the future, as Korean reports use it.
    """
    negated = NEGATED.search(text, at.sentence.start, cue.start)
    # '회사 안 회의': inside, before a noun.
    if negated and (negated[0] == "못 " or cue.kind == "meet"):
        return "cancelled"
    if CORRECTED.match(text, cue.end) or REFUSED_TO.match(text, cue.end):
        # '찾아갔지만 만나 주지 않았다'
        return "cancelled"
    # '전화를 걸어 “축하한다”고 했고': what is said in the present is no plan of who says it.
    tail_end = cue.end + len(near) + len(chained)
    said_there = inside(tail_end - 1, at.quotes) and not inside(cue.start, at.quotes)
    since = SINCE.match(text, cue.end, at.sentence.end)
    if since and not (called_off(since[0]) or told_status(since[0], "")):
        return "held"
    quoted = next((high for low, high in at.quotes if low < cue.start < high), None)
    if quoted is not None and cue.end < quoted < cue.end + len(near) and SAID_ON.match(text, quoted):
        # '“같이 만난 것이 처음”이라며 “그전에 만난 적은 없다”고 했다'
        near, chained = text[cue.end : quoted], ""
    asked = ASKED.search(near)
    own, others = (near[: asked.start()], "") if asked else (near, chained)
    told = told_status(text[cue.end - 1 : cue.end] + own, others)
    tenseless = TENSELESS.fullmatch(near.strip()) is not None
    if told in (None, "held") and tenseless and told_status("", others) == "planned":
        told = "planned"
    if told != "cancelled" and MEANT_TO.match(near):
        told = "cancelled" if FAILED.search(text, cue.end, at.sentence.end) or FAILED.search(following) else "planned"
    if told is None and AGREED.search(near + chained) and AHEAD.search(text, at.sentence.start, cue.start):
        told = "planned"
    # '반면 C 행장은 오지 않는다': of an event others come to that only says who else does not.
    turned = TURN.match(following) and not (following.lstrip().startswith("반면") and cue.kind in OF_EVENT)
    rest = text[cue.end + len(near) : at.sentence.end]
    if told == "planned" and (
        called_off(rest)
        or dropped(text[cue.end : at.sentence.end])
        or dropped(following)
        or (turned and called_off(following))
    ):
        return "cancelled"
    once = WAS_PLANNED.search(near + chained) or ONCE.search(text, at.sentence.start, cue.start)
    if told == "planned" and once and cue.kind in OF_TWO and CONTRASTED.search(near + chained):
        # '만날 예정이었으나 일이 생겼다', '당초 6일 만나려 했지만 날이 맞지 않았다'
        return "cancelled"
    if told == "planned" and FINALLY_PLANNED.search(near + chained) and ONCE.search(text, at.sentence.start, cue.start):
        return "held" if KEPT.match(following) else "cancelled"
    if told == "planned" and RUMOUR.search(rest) and (denied(rest) or (TURN.match(following) and denied(following))):
        return "cancelled"
    if told in (None, "planned") and MEANT.match(near):
        return "cancelled" if any(map(called_off, (near, rest, following))) else "planned"
    appointed = APPOINTED.match(text, cue.end, at.sentence.end) if told in (None, "planned") else None
    if appointed and called_off(text[appointed.end() : at.sentence.end]):
        return "cancelled"
    tried = ATTEMPT.search(text[cue.start : cue.end] + near) if CONTRASTED.search(near) else None
    at_event = near.startswith("에 ")
    # 'A는 만찬에 갔지만 B는 거절했다': who went to an event was there.
    attempted = told in (None, "planned") and tried is not None and not (tried[0] in WENT and cue.kind in OF_EVENT and at_event)
    attempted = attempted or (told is None and bool(INTENDED.search(chained)))
    if attempted and (called_off(rest) or refused(rest)):
        return "cancelled"
    if told is None and denied_elsewhere(text, at, cue, rest, following, later):
        return "cancelled"
    if told is None and (cue.kind == "host" or TO_DO_SO.match(near)) and TURN.match(following) and called_off(following):
        return "cancelled"
    if told is None and _fell_through(text, at, cue, chained):
        return "cancelled"
    past_fact = PAST_FACT.match(text, cue.end, at.sentence.end) is not None
    if told is None and PRESENT.search(text[cue.start : cue.end] + near + chained) and not (past_fact or said_there):
        return "planned"
    said = PRESENT_SAID.match(text, cue.end - 1, at.sentence.end) if told is None else None
    if said and said["how"] in ONLY_SAID and not ON_A_DAY.search(text, at.sentence.start, cue.start):
        said = None
    if told is None and cue.kind != "joint":
        said = said or PRESENT_HEARD.match(text, cue.end - 1, at.sentence.end)
    if said and not HABIT.search(text, at.sentence.start, cue.start):
        return "planned"
    # '회담하고 오찬을 한다'
    if told == "held" and tenseless and PRESENT.search(chained) and not (past_fact or said_there):
        return "planned"
    return told or _named_as(text, at, cue) or "held"


def _fell_through(text: str, at: Scene, cue: Cue, chained: str) -> bool:
    """Whether what people were to meet for was called off, and their meeting with it: '만나 담판하기로 한 약속을 거둬들였다'."""
    agreed = TO_AGREE.match(text, cue.end, at.sentence.end)
    rest = text[agreed.end() : at.sentence.end] if agreed else ""
    return (PROMISED.match(chained) is not None and dropped(chained)) or dropped(rest) or called_off(rest)


def _left_open(text: str, at: Scene, cue: Cue) -> bool:
    """Whether a sentence leaves open whether an encounter took place (만났는지에 대해서는 답하지 않았다), or says that there was none of
    that kind (셋이 머리를 맞댄 것은 아니다)."""
    near = text[max(at.sentence.start, cue.start - HOW_WITHIN) : cue.start]
    if NOT_SO.match(text, cue.end):
        return not HOW_IT_WAS.search(near)
    return LEFT_OPEN.match(text, cue.end, at.sentence.end) is not None and not OF_WHAT.search(near)


def is_outlook(text: str, cue: Cue) -> bool:
    """Whether a sentence says what is expected of an encounter told before: '이번 만남이 총회의 분수령이 될 것으로 본다'."""
    return OF_IT.search(text, max(0, cue.start - len("이번 ")), cue.start) is not None and OUTLOOK.match(text, cue.end) is not None


def turned_back(text: str, at: Scene, cue: Cue) -> bool:
    """Whether somebody set out to meet another and went home without: '만나러 가다가 차를 돌렸다'."""
    return SET_OUT.match(text, cue.end - 1, at.sentence.end) is not None and TURNED_BACK.search(text, cue.end, at.sentence.end) is not None


def untold(text: str, at: Scene, cue: Cue, near: str) -> bool:
    """Whether a cue is denied without any encounter being called off: '오래 못 만난 B', '이야기를 나누지 못했다'."""
    if UNSHARED.match(near) or _left_open(text, at, cue):
        return True
    not_yet = NOT_YET.search(text, max(at.sentence.start, cue.start - HOW_WITHIN), cue.end + len(near))
    if not_yet and told_status(text[cue.end - 1 : cue.end] + near, "") == "cancelled":
        return True
    if NO_TIME.match(near) and BEFORE_THEN.search(text, at.sentence.start, cue.start):
        return True
    if ITERATED.match(near) and ALL_THE_TIME.search(text, at.sentence.start, cue.start):
        return True
    if not NEGATED.search(text, at.sentence.start, cue.start):
        return False
    found = at.clauses
    own = found.after(cue.start)
    described = own < len(found.predicates) and found.predicates[own].kind == "relative"
    return described or LONG.search(text, at.sentence.start, cue.start) is not None


def _named_as(text: str, at: Scene, cue: Cue) -> MeetingStatus | None:
    """What the words that qualify the noun of an encounter say of it: '취소된 A와 B의 오찬'; None where they say nothing."""
    qualified: tuple[tuple[MeetingStatus, re.Pattern[str]], ...] = (("cancelled", OFF_BEFORE), ("planned", DUE_BEFORE))
    for status, pattern in qualified:
        found = list(pattern.finditer(text, at.sentence.start, cue.start))
        # Another predicate in between has what was called off to itself.
        if HAPPENED.search(text, cue.end, at.sentence.end):
            # '한 차례 연기된 A와 B의 만찬은 4일 성사됐다'
            return None
        if found and not any(found[-1].end() <= predicate.start < cue.start for predicate in at.clauses.predicates):
            return status
    return None
