"""Who sits before the screen, and what they may do: one local user, or who signed in, by the roles of Streamlit's secrets.

    [auth]                     # Streamlit's OIDC settings; without them there is no sign-in
    [roles]                    # e-mail addresses; '*' stands for whoever signs in
    owner = ["…"]
    curator = ["…", "…"]
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from graphing.view.frame import language_switch
from graphing.view.session import Language
from graphing.view.words import word

Role = Literal["reader", "curator", "owner"]
EVERYONE = "*"


@dataclass(frozen=True, slots=True)
class Curator:
    """The name that decisions bear, and the role: readers look, curators also add and decide, owners also remove."""

    name: str
    role: Role

    @property
    def decides(self) -> bool:
        return self.role != "reader"

    @property
    def removes(self) -> bool:
        return self.role == "owner"


def current() -> Curator:
    """Who it is. Without sign-in: the account that runs the server, as owner."""
    if not configured():
        return Curator(_account(), "owner")
    told: Mapping[str, Any] = st.user.to_dict() if st.user.is_logged_in else {}
    mail = str(told.get("email") or "")
    return Curator(str(told.get("name") or mail or "?"), role_of(mail if told.get("email_verified", True) else "", _secrets("roles")))


def role_of(mail: str, roles: Mapping[str, Any]) -> Role:
    """The highest role that the table gives an address; reader where it gives none."""
    order: tuple[Role, ...] = ("owner", "curator")
    for role in order:
        named = {str(one).casefold() for one in roles.get(role, ())}
        if mail and (mail.casefold() in named or EVERYONE in named):
            return role
    return "reader"


def configured() -> bool:
    """Whether there is a sign-in."""
    return bool(_secrets("auth"))


def admit(language: Language) -> None:
    """Who is signed in, in the sidebar; where there is a sign-in and nobody is, the way to it, and nothing else."""
    if not configured():
        return
    if not st.user.is_logged_in:
        language_switch()
        st.title(word("app", language))
        st.button(word("sign_in", language), type="primary", icon=":material/login:", on_click=st.login)
        st.stop()
    who = current()
    with st.sidebar:
        st.text(word("signed_in", language, name=who.name, role=word(f"role_{who.role}", language)))
        st.button(word("sign_out", language), type="tertiary", icon=":material/logout:", on_click=st.logout)


def _secrets(section: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = st.secrets.get(section, {})
    except FileNotFoundError:
        return {}
    return found


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in containers
        return "local"
