"""Who stands in a sentence that tells an encounter and was not there: who reports it, and whom it was about.

'A와 B가 만났다고 C가 전했다', 'C는 A가 B를 만났다고 밝혔다', 'A가 B를 찾아가 C 회장 문제를 논의했다', 'C 회장 빈소에서 A와 B가 만났다'.
The model that links judges each word by itself, and takes most of them for participants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphing.extract.frames.clauses import Predicate, clauses
from graphing.extract.frames.cues import Cue
from graphing.extract.frames.linking import PARTNER, Scene, inside
from graphing.extract.frames.listing import is_mutual
from graphing.extract.frames.phrases import Reference, bare
from graphing.extract.frames.telling import SUBJECT, Links
from graphing.extract.occasions import OCCASION
from graphing.extract.posts.titles import find_titles

# What ends a noun phrase that begins with somebody's name and means something of his.
MATTER = re.compile(
    r"(?:문제|거취|사건|의혹|논란|재판|수사|구속|석방|사면|사퇴|해임|연임|선임|후임|승계|인선|영입|추천|빈소|장례식장?|영결식장?|"
    r"(?:추도|추모) ?[가-힣]{1,4}|"
    r"흉상|묘소|묘역|기일|\d+주기|\d+주년|제사|49재|생가|동상|"
    r"자서전|평전|회고록|(?:취임|선임) ?(?:이후|이전|이래|전)(?: 처음)?|체제|재임|임기|시절|표창장?|훈장|명의|"
    r"행정부|정부|정권|내각|인수위|캠프)(?: ?앞)?$"
)
# 'A 명예회장 추모식에서': what tells an encounter itself may be of one who is dead.
MEMORIAL = re.compile(r" ?(?:\d+(?:주기|주년) )?(?:추모|추도|장례|영결|위령|안장|발인)[가-힣]{1,4}(?: [가-힣]+)?(?:에서|에|을|를|의) ")
SAID = ("하", "전하", "밝히", "말", "말하", "설명", "덧붙이", "알리", "귀띔", "주장", "공개", "소개", "강조", "언급", "보도", "발표")
REPORTS = frozenset((*SAID, "폭로", "증언", "시인", "인정", "확인"))
ASKS = frozenset({"묻", "캐묻", "되묻", "따지", "다그치", "질문하", "질의하", "추궁하"})
# 'A 대통령의 부인 B 여사': A says who B is.
KIN = re.compile(
    r"의 (?:[가-힣]{1,4} )?(?:부인|아내|남편|아들|딸|장남|차남|삼남|장녀|차녀|삼녀|맏아들|맏딸|외아들|동생|남동생|여동생|형|누나|오빠|언니|"
    r"부친|모친|아버지|어머니|할아버지|조카|사위|며느리|사촌|손자|측근|오른팔|후계자|제자|"
    r"전임자?|후임자?|비서|비서실장|보좌관|특보|대변인|변호인|운전기사)(?:이자|인|으로|로|,)? "
)
# 'A 대표가 이끄는 가람정밀', 'A 회장 취임 이후': A says which company, or when; but he leads a delegation where it goes.
ASIDE = re.compile(
    r"(?:[가이] (?:이끄는|이끌던|세운|창업한|설립한|운영하는|대표로 있는|맡고 있는|몸담은|소유한|"
    r"보낸|쓴|펴낸|지은|그린|만든|내놓은|제안한|발의한|공개한|추진하는|보유한|투자한|앉았던|살던|다니던|근무하던)"
    r"(?! (?:[가-힣]+ ){0,2}[가-힣]*(?:단|일행)[은이과을에도])|"
    r"의? ?(?:취임|선임|체제|재임|임기|시절|사임|퇴임)) ?"
)
# 'A의 휴전 제안에 대해', 'A 전 부위원장의 복직 문제를': what was talked about.
TOPIC = re.compile(
    r"의 (?:[가-힣]+ ){0,2}[가-힣]*(?:문제|제안|발언|이력서|이름|명함|사진|편지|서한|친서|메시지|"
    r"거취|복직|석방|해임|사퇴|인선|구상|혐의|의혹)"
    r"(?:[을를이]|에 대해|에 관해|에 대한|[을를] 두고|[을를] 놓고)|"
    # 'A 창업주의 빈소를 찾아', 'B 회장의 상을 치른': who is dead.
    r"의 (?:[가-힣]+ )?(?:빈소|분향소|영정|장례식|영결식|추도식|추모식|흉상|동상|묘소|묘역|\d+주기|제사|기일|상[을를] (?:치|당))|"
    # 'A의 뜻을 전한 그는': who sends another is not there.
    r"의 (?:뜻|의중|의사|입장|요청|안부|말)[을를] (?:전[하한했달]|전해(?! ?[듣들])|대신)"
)
# '두 사람을 이어 준 이는 씨드원의 C 파트너였다': who only brought them together.
BROUGHT = re.compile(
    r"(?:이어 준|이어준|연결해 준|연결한|소개한|소개해 준|주선한|다리를 놓은|만나게 한|맺어 준|한자리에 (?:앉힌|모은|불러 모은)|마주 앉힌) "
    r"(?:이|사람|인물|것|건|장본인|주인공)[은는] [^.]*$|"
    r"(?:만남|회동|면담)[을를] (?:주선한|중재한) (?:(?!자리|모임|만찬|오찬|회동)[가-힣]+ ){0,3}$"
)
BEFORE = 60
HIS_QUESTION = re.compile(r"의 (?:[가-힣]+ )?(?:질문|물음|질의|추궁|지적)(?:에|을|에는|에도) ")
FIRST_PERSON = re.compile(r"(?<![가-힣])(?:제가|저[는를도와]|저에게|저희|내가|나[는를도와]|나에게|우리|둘이|셋이|함께|같이)(?![가-힣])")
# '고(故) A 명예회장의 1주기': who is dead is there only where he himself is told to meet.
DEAD = re.compile(r"(?:^|[\s‘“'\"(])(?:고|故)(?: ?[(（][고故][)）])? ?\Z")
LONGEST_DEAD = 8
# 'A는 B를 보내 C를 만나게 했다': who has others meet does not.
CAUSED = re.compile(r"[가-힣]{0,3}(?:게|도록) (?:했|한 |하[고기는]|해 ?[준줬주])")
# What an encounter is told by may stand behind its owner: A의 단독 면담, A와의 두 번째 오찬. What is his may say that he was there,
# and who only thinks something of it is none of those who met.
OWNS = re.compile(r"(?:[과와]의|의) (?:[가-힣]{1,5}(?<![을를은는에]) ){0,3}")
REACTS = re.compile(
    r"[을를] (?:[가-힣]+[히게로] )?"
    r"(?:환영|반겼|반기|축하|주선|중재|성사시[켰키킨]|지켜[봤보]|비판|경계|우려|언급|폭로|확인했|몰랐|깎아내|평가했|평했|두고 )|"
    r"(?:에|과) (?:대해|관련해)(?:서는|선|서)? "
)
# 'C는 이 만남을 뒤늦게 알았다', '두 사람의 회동을 계기로': to whom that encounter is a thing of others, whatever he did with it; not
# who held it or sat through it: '이 자리를 함께했다', '이날 만찬을 주재했다'.
OF_THEIRS = re.compile(
    rf"(?:^|[\s“‘])(?:이|그|이번|이날|당시|해당|두 (?:사람|정상|회사)의|양측의|양사의|이들의) (?:[가-힣]{{1,4}} )?(?:{OCCASION}|만남|자리)"
    r"[을를] (?!(?:[^\s]+ ){0,2}(?:함께|같이|지[키켰킨]|가[지졌진]|갖|열[었어고]|연 |주재|마[치쳤친련]|이끌|진행|끝[내냈낸]|찾[았은아]|빛|"
    r"채[웠우]|베풀|개최|소집|했|하고|한 |하며|나[눴누]|즐[기겼]|떠[났나]|잊))"
)
_WITH_HIM = re.compile(r"[과와]의 (?:[가-힣]+ ){0,3}$")
HIS = re.compile(
    r"[과와]?의 (?:[가-힣]{1,4} )?(?:안내|초청|초대|영접|환대|배웅|마중|예방|접대|설명|소개|요청|제안|제의|주재|"
    r"사회|부름|호출|권유|손|배석|인사|말[을에]|얘기|이야기|방문|환영|조언|의견|질문|답|건의|하소연|어깨|팔|등[을에]|잔|집|자택|사저|공관|관저|사무실|집무실|방[에으]|공장|회사|본사|"
    r"자리|옆|곁|앞|뒤|맞은편|양옆|좌우|[왼오른]+(?:쪽|편)|동행|수행|합류|도움|진행)"
)
# '표 의원이 25일 공개한 출입기록에 따르면': who only shows where it is told.
SOURCE = re.compile(r"[이가] [^.“”\"]{0,24}?(?:공개한|제출받은|입수한|제출한|확보한) [^.“”\"]{0,30}따르면")
# Who speaks for others was hardly one of those who met.
SPEAKS_FOR = re.compile(r"대변인|홍보수석|공보관|공보수석")
# Whose trade it is to judge what others do, and what he does of it.
JUDGES = re.compile(r"(?:애널리스트|이코노미스트|연구원|연구위원|평론가|교수)\Z")
JUDGED = frozenset(
    (*SAID, "분석", "분석하", "내다보", "전망", "전망하", "평가", "평가하", "진단", "진단하", "경고", "경고하", "보", "지적", "지적하")
)
THERE = re.compile(r"간담회|토론|회의|포럼|세미나|자리에서|참석|행사|강연|발제|발표|좌담")
OWNERS = frozenset({"의", "와의"})
# Particles of who meets and who is met.
MEETING = frozenset({"는", "가", "도", "와", "과", "를", "에게", "와도", "와는", "와의"})
# Who stands between with whom another met and that other: '장관과 하늘은행 고은찬 행장의 면담'.
BESIDE = re.compile(r"[과와] (?:[^\s,.“”]+ ){0,3}\Z")
# 'A를 수행한 B', 'A와 동행한 B': who is of another's train goes to meet others without him too.
IN_TRAIN = ("수행", "동행", "보좌")
# Words of a list (A를 비롯한 B와 C), of one who was with him (A를 데리고 온 B) or met him there.
BESIDE_HIM = re.compile(
    r"비롯|포함|필두|위시|안내|영접|맞|배웅|마중|초대|초청|대접|앉|함께|나란히|동석|배석|대동|데리|데려|거느|이끌|부[른르]|불[러렀]|모[신시]"
)
# What may stand between such a clause and whom it is about.
HEAD = re.compile(r"\s?(?:[^\s,.“”\"]+(?<![은는이가을를의로])(?<!에서) ){0,4}")
# So many must be told to have met before he who reports it is held to be another.
MET = 2


def is_outsider(text: str, at: Scene, cue: Cue, reference: Reference, references: Sequence[Reference]) -> bool:
    """Whether a reference of the cue's sentence is to somebody who took no part."""
    if _caused(text, cue, reference, references):
        return True
    if reference.kind != "name":
        # '그의 맏아들 B'
        return reference.kind == "pronoun" and reference.group == "의" and KIN.match(text, reference.phrase_end) is not None
    if is_aside(text, reference) or is_dead(text, reference) or speaks_for(text, at, reference):
        return True
    if _tells_of_others(text, at, cue, reference, references) or _of_another(text, at, cue, reference, references):
        return True
    return reference.group in SUBJECT and (_asks(at, cue, reference) or _reports(at, cue, reference, references))


def without_owners(text: str, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links without those who only own something: 'A의 특사인 B가 C를 만났다', 'B와 만나 A와의 합작을 설명했다'.

    Nor is one there whom 'A와 B의 회동을 C는 환영했다' makes its subject: whose the encounter was is said.
    """
    owners = [link[0] for link in links if link[0].group in OWNERS and link[0].kind == "name"]
    whose = [reference for reference in owners if OWNS.fullmatch(text, reference.phrase_end, cue.start)]
    if whose and len({name for reference in owners for name in reference.names}) > 1 and REACTS.match(text, cue.end):
        return tuple(link for link in links if link[0].group not in SUBJECT)
    names = {name for reference, _ in links if reference not in owners for name in reference.names}
    kept = []
    for link in links:
        reference = link[0]
        before = cue.kind in ("event", "attend") and reference.start > cue.start
        if reference in owners and reference.marker in OWNERS and (len(names) > 1 or before):
            told = any(OWNS.fullmatch(text, reference.phrase_end, other.start) for other in cues) or HIS.match(text, reference.phrase_end)
            if not told:
                continue
        kept.append(link)
    return tuple(kept)


def without_described(text: str, at: Scene, cue: Cue, cues: Sequence[Cue], links: Links) -> Links:
    """The links without those who only say which other is meant: 'A의 뒤를 이은 B가 C를 만났다', 'A를 수행한 B가 공장을 둘러봤다'.

    Where nobody else would be left whom B has met, A may be meant: 'A와 다투어 온 B는 4일 만나 합의했다'.
    """
    described = [link for link in links if _describes(text, at, cue, cues, link[0], links)]
    left = tuple(link for link in links if link not in described)
    enough = 1 if cue.kind == "visit" else 0 if text.startswith(IN_TRAIN, cue.start) else MET
    return left if described and len(_names(left)) >= enough else links


def _names(links: Links) -> set[str]:
    return {name for reference, _ in links for name in reference.names}


def _describes(text: str, at: Scene, cue: Cue, cues: Sequence[Cue], reference: Reference, links: Links) -> bool:
    """Whether somebody stands in a clause that tells no encounter and says more of another of those linked."""
    listed = reference.marker in (",", "") or reference.group != reference.marker
    if reference.kind != "name" or listed or bare(reference.group) in SUBJECT:
        return False
    after = at.clauses.predicates[at.clauses.after(reference.phrase_end) :]
    own = next((one for one in after if one.kind != "joined"), None)
    if own is None or own.kind != "relative" or cue.end < own.start:
        return False
    if any(reference.phrase_end <= one.start < own.end and not text.startswith(IN_TRAIN, one.start) for one in cues):
        return False
    if is_with(text, reference, own.end):
        return False
    heads = (one for one, _ in links if own.end <= one.start and (one.end <= cue.start or one.group in SUBJECT))
    return any(HEAD.fullmatch(text, own.end, head.start) for head in heads)


def is_with(text: str, reference: Reference, end: int) -> bool:
    """Whether the words behind somebody up to ``end``, the end of a clause, put him beside whom it describes: 'A와 함께 온 B', and not
    'A와 함께 일한 B', 'A와 맞선 B'."""
    of_each_other = bare(reference.group) == "와" and is_mutual(text[reference.phrase_end : end])
    return not of_each_other and BESIDE_HIM.search(text, reference.phrase_end, end) is not None


def reacts(text: str, cues: Sequence[Cue], reference: Reference, end: int) -> bool:
    """Whether somebody is the subject of what is thought, said or done of the encounter of others: 'C는 A와 B의 회동을 환영했다'; not of
    his own: 'A는 B와의 회동을 언급했다'. ``end`` is that of the sentence."""
    if bare(reference.group) in SUBJECT | {"도"} and OF_THEIRS.search(text, reference.phrase_end, end):
        return True
    behind = [cue for cue in cues if reference.end <= cue.start and not _WITH_HIM.search(text, reference.end, cue.start)]
    return reference.group in SUBJECT and any(REACTS.match(text, cue.end) for cue in behind)


def is_aside(text: str, reference: Reference) -> bool:
    """Whether somebody is named for what is his, whose kin another is, or which company is meant."""
    if BROUGHT.search(text, max(0, reference.start - BEFORE), reference.start):
        return True
    if SOURCE.match(text, reference.phrase_end):
        return True
    if MATTER.search(text, reference.start, reference.phrase_end) or MEMORIAL.match(text, reference.phrase_end):
        return True
    if reference.group == "의" and (KIN.match(text, reference.phrase_end) or TOPIC.match(text, reference.phrase_end)):
        return True
    return ASIDE.match(text, reference.phrase_end) is not None


def is_dead(text: str, reference: Reference) -> bool:
    """Whether somebody who is dead is named for a memorial, a house or a post of his, and not as one who met others."""
    if bare(reference.group) in MEETING or not DEAD.search(text, max(0, reference.start - LONGEST_DEAD), reference.start):
        return False
    return not KIN.match(text, reference.phrase_end)


def _caused(text: str, cue: Cue, reference: Reference, references: Sequence[Reference]) -> bool:
    """Whether somebody only has others meet: 'A는 맏아들 B를 보내 C를 만나게 했다', 'A가 B와 C를 만나게 했다'."""
    if reference.group not in SUBJECT or not CAUSED.match(text, cue.end):
        return False
    return _met([other for other in references if other.group not in SUBJECT and other.end <= cue.start]) >= MET


def speaks_for(text: str, at: Scene, reference: Reference) -> bool:
    """Whether somebody only tells what others said or did, as their spokesman: '…라고 답했다고 C 대변인이 전했다'."""
    if reference.group not in SUBJECT or not SPEAKS_FOR.search(text, reference.start, reference.phrase_end):
        return False
    found = at.clauses.predicates
    own = next((one for one in found[at.clauses.after(reference.phrase_end) :] if not inside(one.start, at.quotes)), None)
    return own is not None and own.stem in REPORTS


def comments(text: str, at: Scene, reference: Reference) -> bool:
    """Whether somebody whose trade it is to judge only says what he thinks, in a sentence that speaks of no encounter: 'C 연구원은 …고
    분석했다'."""
    if at.anaphoric or reference.group not in ("는", "가") or not JUDGES.search(text, reference.start, reference.phrase_end):
        return False
    found = at.clauses.predicates if at.clauses.predicates else clauses(at.sentence.tokens).predicates
    own = next((one for one in found[::-1] if not inside(one.start, at.quotes)), None)
    return own is not None and own.stem in JUDGED and not THERE.search(text, at.sentence.start, at.sentence.end)


def _of_another(text: str, at: Scene, cue: Cue, reference: Reference, references: Sequence[Reference]) -> bool:
    """Whether what somebody says tells of one whom only his title means, and of whom he met: 'C 차관은 “장관과 B의 면담이 있었다”고
    말했다'."""
    if reference.group != "는" or reference.end > cue.start:
        return False
    quoted = any(low < cue.start < high and reference.end <= low for low, high in at.quotes)
    if not quoted and _said(at, cue) is None:
        return False
    between = [other for other in references if reference.phrase_end <= other.start and other.end <= cue.start]
    if len(between) != 1 or set(between[0].names) & set(reference.names):
        return False
    # 우리 회장님과: his chairman is another than he who says so.
    other, words = between[0], text[reference.phrase_end : between[0].start].replace("님과 ", "과 ").replace("우리 ", "")
    whose = other.group == "의" and OWNS.fullmatch(text, other.phrase_end, cue.start)
    if not (whose or other.group in SUBJECT) or FIRST_PERSON.search(words):
        return False
    return any(BESIDE.match(words, title.end) for title in find_titles(words))


def _asks(at: Scene, cue: Cue, reference: Reference) -> bool:
    """Whether somebody only asks about it: 'C 의원이 “만났느냐”고 묻자 B는 “A를 만났다”고 답했다'."""
    found = at.clauses.predicates
    told = (one for one in found[at.clauses.after(reference.phrase_end) :] if not inside(one.start, at.quotes))
    own = next(told, None)
    return own is not None and own.stem in ASKS and own.end <= cue.start


def _tells_of_others(text: str, at: Scene, cue: Cue, reference: Reference, references: Sequence[Reference]) -> bool:
    """Whether somebody only says in a quotation whom another met (C는 “A가 B를 만났다”고 주장했다), or only asked (C의 물음에 “만났다”고
    답했다)."""
    quote = next(((low, high) for low, high in at.quotes if low < cue.start < high), None)
    if quote is None or quote[0] < reference.start < quote[1]:
        return False
    if reference.group == "의":
        return HIS_QUESTION.match(text, reference.phrase_end) is not None
    if reference.group not in SUBJECT or FIRST_PERSON.search(text, *quote):
        return False
    within = [other for other in references if quote[0] < other.start and other.end <= quote[1]]
    others = [other for other in within if other.kind == "name" and not set(other.names) & set(reference.names)]
    own = at.clauses.after(cue.start)
    # 'C는 “B가 다리를 놓아 A를 만났다”고 했다': who does something else first is not the one who met.
    subjects = [one for one in others if bare(one.group) in SUBJECT and one.end <= cue.start and at.clauses.after(one.phrase_end) == own]
    return bool(subjects) and _met(others) >= MET


def _reports(at: Scene, cue: Cue, reference: Reference, references: Sequence[Reference]) -> bool:
    """Whether somebody only says that others met: who they are stands in the clause that he reports."""
    found, said = at.clauses, _said(at, cue)
    if said is None or inside(cue.start, at.quotes):
        return False
    if reference.start >= said.end:
        # …만났다고 C가 전했다
        verb = found.after(reference.phrase_end)
        if verb >= len(found.predicates) or found.predicates[verb].stem not in REPORTS:
            return False
        return _met([other for other in references if other.end <= said.end]) >= MET
    if reference.end > cue.start or reference.group != "는":
        return False
    # C는 A가 B를 만났다고 밝혔다, 만났다고 주장해 왔다
    between = [other for other in references if reference.end <= other.start and other.end <= cue.end]
    return any(other.group == "가" for other in between) and _met(between) >= MET


def _said(at: Scene, cue: Cue) -> Predicate | None:
    """The predicate of what somebody is said to say of a cue: …만났다고, and …만나는 일은 이뤄지지 않았다고; None where there is none."""
    said = next((one for one in at.clauses.predicates[at.clauses.after(cue.start) :] if one.kind == "said"), None)
    return None if said is None or said is at.clauses.predicates[-1] else said


def _met(references: Sequence[Reference]) -> int:
    """How many are named as those who met: subjects and partners."""
    return len({name for one in references if one.group in SUBJECT or one.group in PARTNER for name in one.names})
