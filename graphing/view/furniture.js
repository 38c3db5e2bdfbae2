// Streamlit's own words in the reader's language, which it lets nobody set: names that are read out, and a few texts. ``WORDS``:
// [what Streamlit says, what is said instead, what that may have been before, in another language] each. React writes a text anew only
// where it changes: what is set stays, and what comes later, or changes, is set as it comes.
export default function ({ data: { words: WORDS, notices: NOTICES, language: LANGUAGE } }) {
  const NAMES = ["aria-label", "title", "alt"];
  const TEXTS = '[data-testid="stSkipToContent"], [role="listbox"] [role="option"] span, [role="option"][data-key^="__"] div, [data-live-announcer] div, [role="spinbutton"][data-placeholder]';
  const said = new Map(WORDS.flatMap(([own, now, ...before]) => [own, ...before].map((text) => [text, now])));
  const counted = [...said].filter(([text]) => /\{n(ame)?\}/.test(text)).map(([text, now]) => [new RegExp("^" + text.replace(".", "\\.").replace("{n}", "(\\d+)").replace("{name}", "(.+)") + "$"), now]);
  const instead = (text) => {
    const now = said.get(text);
    if (now !== undefined) return now;
    for (const [pattern, words] of counted) {
      const found = pattern.exec(text);
      if (found) return words.replace(/\{n(ame)?\}/, () => found[1]);
    }
    return text;
  };
  const name = (part) => {
    for (const kind of NAMES) {
      const now = part.getAttribute(kind);
      if (now && instead(now) !== now) part.setAttribute(kind, instead(now));
    }
  };
  const text = (part) => {
    const [only] = part.childNodes;
    if (part.childNodes.length === 1 && only.nodeType === Node.TEXT_NODE && instead(only.data) !== only.data) only.data = instead(only.data);
  };
  const all = (part) => {
    if (part.nodeType !== Node.ELEMENT_NODE) return text(part.parentElement ?? part);
    for (const one of [part, ...part.querySelectorAll(NAMES.map((kind) => `[${kind}]`).join())]) name(one);
    for (const one of [...(part.matches(TEXTS) ? [part] : []), ...part.querySelectorAll(TEXTS)]) text(one);
  };
  // The home page writes its address itself (address.py); Streamlit leads to the others without a word of the language, and a reload
  // would forget it. Put there without a step of its own: back leads where it led.
  const tell = () => {
    const address = new URL(location.href);
    if (!LANGUAGE || !/\/(upload|articles|review|accuracy)\/?$/.test(address.pathname) || address.searchParams.has("lang")) return;
    address.searchParams.set("lang", LANGUAGE);
    history.replaceState(history.state, "", address);
  };
  // A calm notice of ours instead of a window over all of the page: what is there can be read on.
  const notice = (which, role) => {
    const [title, said, gone] = NOTICES[which];
    const here = document.querySelector(`.hoedong-notice[data-notice="${which}"]`);
    if (here?.dataset.said === said) return;
    here?.remove();
    const box = document.createElement("section");
    box.className = "hoedong-notice";
    Object.assign(box.dataset, { notice: which, said });
    box.setAttribute("role", role);
    const part = (kind, words) => Object.assign(document.createElement(kind), { textContent: words });
    const close = Object.assign(part("button", "×"), { type: "button", title: gone, onclick: () => box.remove() });
    close.setAttribute("aria-label", gone);
    box.append(part("strong", title), part("p", said), close);
    document.querySelector('[data-testid="stApp"]')?.append(box);
    // Who goes on to a page has heard that there is none here.
    const goneOn = (event) => {
      if (event.target.closest('[data-testid="stSidebarNav"] a')) box.remove();
      if (!box.isConnected) document.removeEventListener("click", goneOn);
    };
    if (role === "status") document.addEventListener("click", goneOn);
  };
  const LOST = "Connection error";
  const PATIENCE = 1500; // milliseconds: a connection that is back by then was not missed
  const state = () => document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
  const connection = () => {
    clearTimeout(globalThis.__hoedongLost);
    if (state() === "CONNECTED") document.querySelector(`.hoedong-notice[data-notice="${LOST}"]`)?.remove();
    else globalThis.__hoedongLost = setTimeout(() => state() !== "CONNECTED" && notice(LOST, "alert"), PATIENCE);
  };
  const windows = () => {
    for (const own of document.querySelectorAll('[data-testid="stDialog"]')) {
      const title = own.querySelector("h2")?.textContent;
      if (!(title in NOTICES)) continue;
      own.style.display = "none";
      own.querySelector('[role="dialog"] > button')?.click();
      // It took the keyboard, which goes back to where it was.
      setTimeout(() => document.activeElement === document.body && globalThis.__hoedongHeld?.focus({ preventScroll: true }), 50);
      notice(title, title === LOST ? "alert" : "status");
    }
  };
  if (!globalThis.__hoedongHolds) {
    globalThis.__hoedongHolds = true;
    document.addEventListener("focusin", (event) => {
      if (!event.target.closest('[data-testid="stDialog"]')) globalThis.__hoedongHeld = event.composedPath()[0];
    });
  }
  globalThis.__hoedongConnection?.disconnect();
  const connected = (globalThis.__hoedongConnection = new MutationObserver(connection));
  connected.observe(document.querySelector('[data-testid="stApp"]'), { attributeFilter: ["data-test-connection-state"] });
  globalThis.__hoedongFurniture?.disconnect();
  const watch = (globalThis.__hoedongFurniture = new MutationObserver((changes) => {
    tell();
    windows();
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") name(target);
      else if (type === "characterData") target.parentElement?.matches(TEXTS) && text(target.parentElement);
      else for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE || target.matches?.(TEXTS)) all(node);
    }
  }));
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: NAMES });
  all(document.body);
  windows();
  tell();

  // A tablet has room for the pictures or for the sidebar: that begins folded there, once a visit.
  const FOLDED = "hoedong-folded";
  const fold = (tries) => {
    const button = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
    if (button) button.click();
    else if (tries) setTimeout(() => fold(tries - 1), 50);
  };
  if (innerWidth > 768 && innerWidth <= 1100 && !sessionStorage.getItem(FOLDED)) {
    sessionStorage.setItem(FOLDED, "1");
    fold(40);
  }
}
