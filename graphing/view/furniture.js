// Streamlit's own words in the reader's language, which it lets nobody set: names that are read out, and a few texts. ``WORDS``:
// [what Streamlit says, what is said instead, what that may have been before, in another language] each. React writes a text anew only
// where it changes: what is set stays, and what comes later, or changes, is set as it comes.
export default function ({ data: { words: WORDS, language: LANGUAGE } }) {
  const NAMES = ["aria-label", "title", "alt"];
  const TEXTS = '[data-testid="stSkipToContent"], [role="listbox"] [role="option"] span, [role="option"][data-key^="__"] div, [data-live-announcer] div';
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
  globalThis.__hoedongFurniture?.disconnect();
  const watch = (globalThis.__hoedongFurniture = new MutationObserver((changes) => {
    tell();
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") name(target);
      else if (type === "characterData") target.parentElement?.matches(TEXTS) && text(target.parentElement);
      else for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE || target.matches?.(TEXTS)) all(node);
    }
  }));
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: NAMES });
  all(document.body);
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
