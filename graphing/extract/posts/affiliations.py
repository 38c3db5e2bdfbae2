"""The posts of the people of one article: those that the text states, and titles whose organisation the context gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphing.extract.posts.english import told_in_english
from graphing.extract.posts.finding import Post
from graphing.extract.posts.owners import Holder, Owners
from graphing.extract.posts.titles import same_title, title_rows
from graphing.model import Affiliation, Article, Mention, Sentence


def find_affiliations(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    canonical: Sequence[str | None],
    holders: Sequence[Holder],
) -> list[tuple[Affiliation, ...]]:
    """The posts of each of ``holders``; ``canonical[i]`` is the organisation that ``mentions[i]`` names, if any."""
    context = Owners(article.text, sentences, mentions, canonical, holders)
    return [_posts(holder, canonical, context) for holder in holders]


def _posts(holder: Holder, canonical: Sequence[str | None], context: Owners) -> tuple[Affiliation, ...]:
    stated: list[tuple[int, str, Post]] = []
    possessed: list[tuple[int, str, Post]] = []
    open_ended: list[tuple[int, Post]] = []
    for i, post in holder.posts:
        name = canonical[post.organization] if post.organization is not None else None
        if name is None:
            open_ended.append((i, post))
        else:
            (stated if post.stated else possessed).append((i, name, post))
    # 우리은행의 손태승 전 회장 is no post at 우리은행 where another organisation is stated for the same title.
    told = stated + [weak for weak in possessed if not any(same_title(weak[2].title.name, post.title.name) for _, _, post in stated)]
    named: list[tuple[Post, str | None]] = [(post, name) for _, name, post in told]
    waiting: dict[str, list[tuple[int, Post]]] = {}
    for i, post in open_ended:
        if not _addresses(post) and not any(same_title(post.title.name, other.title.name) for _, _, other in told):
            waiting.setdefault(post.title.name, []).append((i, post))
    # 도 부회장은 다온전자 회장으로 승진했다: he is told to be 부회장 of where he was before
    own = _own([one for one in told if not one[2].given])
    late = _own(told)
    bare = {post.title.name for _, post in open_ended if post.title.bare and post.title.rank is not None}
    for posts in waiting.values():
        first = posts[0][1]
        longer = next((name for post, name in named if name and post.title.name.endswith(first.title.name)), None)
        if longer is not None:
            # 유 실장 after 유가람 대통령비서실장: the same post
            named.append((first, longer))
            continue
        if told_in_english(context.text, first):
            # of an English title the words beside it tell the organisation, or nothing does
            named.append((first, None if first.title.bare or first.title.kind != "executive" else own))
            continue
        if first.title.bare or first.title.rank is None or any(same_title(first.title.name, name) for name in bare):
            # 주미대사 is of no embassy in this country
            abroad = first.title.name == "대사" and any(name != "대사" and name.endswith("대사") for name in waiting)
            owner = (None if abroad else context.ministry(*posts[0])) or context.headed(posts) or context.sided(posts)
            named.append((first, owner))
            own = own or owner
            continue
        own = own or (late if first.given else None)
        owner = _owner(posts, own, late, context)
        named.append((first, owner))
        own = own or owner
        if owner is None:
            bare.add(first.title.name)
    own = own or late
    if own is not None:
        context.learn(holder, own)
    found: list[Affiliation] = []
    for post, name in sorted(named, key=lambda pair: (pair[0].evidence.start, pair[0].title.start)):
        told_again = Affiliation(name, post.title.name.removeprefix(f"{name} "), post.former, post.evidence)
        at = next((n for n, known in enumerate(found) if _one_post(known, told_again)), None)
        if at is None:
            found.append(told_again)
        elif len(told_again.title) > len(found[at].title):
            found[at] = replace(found[at], title=told_again.title)
    return tuple(found)


def _owner(posts: list[tuple[int, Post]], own: str | None, late: str | None, context: Owners) -> str | None:
    """The organisation of a title that names none; ``own`` is where its bearer is known to be, ``late`` where a sentence has put him."""
    first = posts[0][1]
    if own is None and context.of_a_government(posts):
        return None
    appointing = context.appointing(posts) if first.given and not first.after else None
    told = appointing or context.body(posts) or context.spoken_for(posts) or context.visited(posts)
    fitting = own if own is not None and context.fits(own, first) else None
    return told or fitting or context.owner(posts) or own or late


def _one_post(one: Affiliation, other: Affiliation) -> bool:
    """부문장 after DS부문장 is no second post; 전 대표 beside 대표 is."""
    return (one.organization, one.former) == (other.organization, other.former) and same_title(one.title, other.title)


def _addresses(post: Post) -> bool:
    """씨, 여사, 내정자: words that tell no post."""
    row = title_rows().get(post.title.text)
    return bool(row and row["address"])


def _own(told: list[tuple[int, str, Post]]) -> str | None:
    """The organisation of a person's first present post, else of the first."""
    return next((name for _, name, post in told if not post.former), told[0][1] if told else None)
