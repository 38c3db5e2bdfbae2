"""Whether two pieces of text that were one before a column broke belonged to one word."""

from __future__ import annotations

import re

# Particles and endings that begin no word: what starts with one of them continues the word before it.
_CONTINUES = re.compile(
    r"(?:은|는|을|를|의|와|과|로|으로|에|에서|에게|에는|에도|께서|까지|부터|보다|처럼|이며|이고|이나|이라고|이라는|라고|라는|라며|이다|였다|했다|"
    r"한다|하고|하며|하는|하기|하지|됐다|된다|되는|되고|들이|들은|들을|들의|들과|으며|으로는|로는|에게는)(?=[\s,.’”)\]]|$)"
)
_LAST_WORD = re.compile(r"[가-힣]{1,8}$")
_FIRST_WORD = re.compile(r"[가-힣]{1,8}")
# Syllables that are words of their own before a noun or a verb.
_FREE = frozenset("이그저및등한두세네전현약총각첫또더수것못안중뒤후때날달년월일몇새옛단양매본당제타온다잘꼭곧늘막참왜좀내주간측쪽점데바줄만씨군")
_NEARBY = 20_000


def joint(before: str, after: str, near: str) -> str:
    """'' where ``after`` goes on with the last word of ``before``, else ' '.

    ``near`` is text of the same document: a word that it spells whole elsewhere decides.
    """
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not last or not first:
        # 'CEO' + '는', '9%' + '를': a particle, whatever it follows.
        return "" if _CONTINUES.match(after) and before[-1:].strip() else " "
    if _CONTINUES.match(after):
        return ""
    left, right = last.group(), first.group()
    near = near[:_NEARBY]
    for piece in (left + right[:2], left[-3:] + right[:1]):
        if len(piece) >= 3 and near.count(piece) and not near.count(f"{left} {right[:2]}"):
            return ""
    return "" if len(left) == 1 and left not in _FREE else " "
