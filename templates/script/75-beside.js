// Two languages side by side: the record of the other language is fetched from its page, and its paragraphs are put
// beside those of the same marks. The wish stands in the address (?with=en) and is remembered. Words are the page's.
const wishKey = "fp-with";
const inAddress = () => new URLSearchParams(location.search).get("with");
const blocksIn = (record) => [...record.querySelectorAll(".fp-p, .fp-chapter, .fp-table, .fp-cut, .fp-slide")]
  .filter((block) => block.id && !block.closest(".fp-second"));
const inOrder = (one, two) => (one.compareDocumentPosition(two) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
const make = (name, css, ...content) => {
  const element = document.createElement(name);
  element.className = css;
  element.append(...content);
  return element;
};

// What is fetched, by address; what failed may be asked for again.
const fetched = new Map();
const fetchRecord = async (href) => {
  const response = await fetch(href, { credentials: "same-origin", signal: AbortSignal.timeout?.(20000) });
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const record = page.getElementById("record");
  if (!record) throw new Error("no record");
  return { record, menu: page.querySelector(".fp-markmenu"), page: response.url || href };
};
const recordAt = (href) => {
  if (!fetched.has(href)) {
    const coming = fetchRecord(href);
    coming.catch(() => fetched.delete(href));
    fetched.set(href, coming);
  }
  return fetched.get(href);
};

const viewLink = (nav, language) => [...nav.querySelectorAll("a[data-with]")].find((link) => link.dataset.with === language);
// What was chosen on another page counts here as far as it can: who reads Chinese with English reads English with Chinese.
const wish = (nav) => {
  const asked = inAddress();
  if (asked !== null) return viewLink(nav, asked) ? asked : "";
  const remembered = kept.get(wishKey);
  if (!remembered || viewLink(nav, remembered)) return remembered ?? "";
  return remembered === root.lang ? nav.querySelector("a[data-page]")?.dataset.with ?? "" : "";
};
const canFetch = location.protocol !== "file:";
const wide = (on) => {
  document.body.classList.toggle("fp-page--wide", on);
  document.getElementById("record").classList.toggle("fp-record--beside", on);
};

// A remembered wish is seen to while the page is still being read in: its room is there before anything is painted.
if (canFetch && (inAddress() || kept.get(wishKey))) {
  const early = new MutationObserver(() => {
    const nav = document.querySelector("nav.fp-view");
    if (!nav && !document.querySelector("footer")) return;
    early.disconnect();
    const language = nav && wish(nav);
    if (!language) return;
    recordAt(viewLink(nav, language).dataset.page).catch(() => { /* said where it is shown */ });
    wide(true);
  });
  early.observe(document, { childList: true, subtree: true });
}

const sideBySide = (nav) => {
  const record = document.getElementById("record");
  const head = nav.parentElement;
  const says = make("p", "fp-viewstate");
  says.hidden = true;
  let shown = "";
  let wanted = "";
  let waiting;

  // What the other page says, made ready for this one: its ids are taken, its addresses are its own.
  const ready = (node, page) => {
    const copy = document.importNode(node, true);
    for (const one of [copy, ...copy.querySelectorAll("*")]) {
      one.removeAttribute("id");
      for (const name of ["href", "src"]) if (one.hasAttribute(name)) one.setAttribute(name, new URL(one.getAttribute(name), page).href);
    }
    for (const one of copy.querySelectorAll(".fp-mark, .fp-time, .fp-turn > :is(.fp-mono, .fp-face), .fp-gloss, span:empty, script, iframe")) one.remove();
    return copy;
  };
  const names = (block) => [block.id, ...[...block.querySelectorAll("span[id]:empty")].map((one) => one.id)];
  const listOf = (block) => block.parentElement.closest(".fp-items");
  const signBefore = (block) => {
    const before = block.previousElementSibling;
    return before?.matches("p.fp-small") && before.querySelector(".fp-stale") ? before : null;
  };
  const turnBefore = (block) => {
    const list = listOf(block);
    const first = list ? (list.firstElementChild === block ? list : null) : signBefore(block) ?? block;
    const before = first?.previousElementSibling;
    return before?.matches(".fp-turn") ? before : null;
  };
  const note = (words) => make("p", "fp-small fp-beside", words);
  const column = (css, lang, ...content) => {
    const one = make("div", css, ...content);
    if (lang) one.lang = lang;
    return one;
  };
  const pair = (kind, first, second) => make("div", `fp-pair${kind}`, first, second);

  const build = (link, other) => {
    const lang = link.dataset.with;
    const say = link.dataset;
    const theirs = blocksIn(other.record).filter((block) => !block.matches(".fp-slide") || !document.getElementById(block.id));
    const byName = new Map(theirs.flatMap((block) => names(block).map((name) => [name, block])));
    const placed = new Map();          // their block: what it stands in here
    // Their words for one place. What their page shows in our language, for want of a translation, is none of theirs.
    const content = (block) => {
      if (block.matches(".fp-missing")) return [note(say.missing)];
      const copy = ready(block, other.page);
      if (!copy.matches("li")) return [copy];
      const words = make("div", "fp-p", ...copy.childNodes);
      return [words];
    };
    const turnPair = (own, their) => {
      const second = column("fp-second", lang, ...(their ? [ready(their, other.page)] : []));
      const first = column("fp-first");
      const made = pair(" fp-pair--turn", first, second);
      own.before(made);
      first.append(own);
    };
    const kindOf = (block) => (block.matches(".fp-chapter") ? ` fp-pair--h fp-pair--${block.tagName.toLowerCase()}` : "");

    for (const block of blocksIn(record)) {
      const found = [...new Set(names(block).map((name) => byName.get(name)).filter(Boolean))];
      const fresh = found.filter((one) => !placed.has(one)).sort(inOrder);
      if (block.matches(".fp-slide")) {
        for (const one of fresh) placed.set(one, block);
        continue;                                                  // a picture is shown once
      }
      const item = block.matches("li");
      const above = found.map((one) => placed.get(one)).find(Boolean);
      if (!fresh.length && above && !item && block.previousElementSibling === above && !turnBefore(block)) {
        above.querySelector(":scope > .fp-first").append(block);   // two paragraphs here are one there
        continue;
      }
      if (block.matches(".fp-cut") && fresh.length === 1 && fresh[0].matches(".fp-cut")) {
        placed.set(fresh[0], block);
        continue;                                                  // held back in both: said once
      }
      const turn = turnBefore(block);
      const theirTurn = fresh[0] && turnBefore(fresh[0]);
      if (turn) turnPair(turn, theirTurn);
      const missing = block.matches(".fp-missing");
      const first = column("fp-first");
      const second = column("fp-second", missing ? "" : lang);
      const made = pair(kindOf(block) + (missing ? " fp-pair--missing" : ""), first, second);
      for (const one of fresh) placed.set(one, made);
      if (item) {
        first.append(...block.childNodes);
        block.append(made);
      } else {
        const sign = signBefore(block);
        (sign ?? block).before(made);
        (missing ? second : first).append(...(sign ? [sign, block] : [block]));
      }
      if (missing) {
        first.append(note(nav.dataset.untranslated));
        continue;
      }
      fresh.forEach((one, number) => {
        const their = number || !turn ? turnBefore(one) : null;
        second.append(...[...(their ? [ready(their, other.page)] : []), ...content(one)]);
      });
      if (!fresh.length) {
        const words = note(found.length ? say.joined : say.missing);
        words.lang = root.lang;
        second.append(words);
      }
    }

    // What only they have stands after what it follows there.
    let last;
    for (const block of theirs) {
      if (placed.has(block)) {
        last = placed.get(block);
        continue;
      }
      if (block.matches(".fp-missing, .fp-cut")) continue;
      const turn = turnBefore(block);
      const second = column("fp-second", lang, ...(turn ? [ready(turn, other.page)] : []), ...content(block));
      const alone = block.matches(".fp-slide");
      let made = alone ? column("fp-only", lang, ready(block, other.page)) : pair(`${kindOf(block)} fp-only`, column("fp-first", "", note(say.only)), second);
      const inItem = last?.closest("li");
      if (block.matches("li")) {
        made.classList.remove("fp-only");
        made = make("li", "fp-p fp-only", made);
        if (!inItem) made = make(listOf(block).tagName, "fp-items fp-only", made);
      }
      const after = inItem && !block.matches("li") ? inItem.closest(".fp-items") : inItem ?? last;
      if (after) after.after(made);
      else head.after(made);
      last = made;
    }

    const label = (tag) => {
      const found = document.querySelector(`.fp-langs a[hreflang="${tag}"] .fp-langs__long`);
      const name = make("span", "", found?.textContent ?? tag);
      name.lang = tag;
      return name;
    };
    const over = make("div", "fp-pairhead fp-only", label(root.lang), label(lang));
    over.setAttribute("aria-hidden", "true");
    head.after(over);
    const data = other.menu ? { ...other.menu.dataset } : {};
    record.dataset.beside = JSON.stringify({ ...data, page: other.page.replace(/[?#].*/, "") });
  };

  const takeApart = () => {
    for (const one of record.querySelectorAll(".fp-only, .fp-beside")) one.remove();
    for (const one of record.querySelectorAll(".fp-pair")) {
      const sides = one.querySelectorAll(one.matches(".fp-pair--missing") ? ".fp-first, .fp-second" : ".fp-first");
      const explained = [...one.querySelectorAll(":scope > .fp-gloss")]
        .filter((gloss) => [...sides].some((side) => side.querySelector(`[aria-controls="${gloss.id}"]`)));
      one.replaceWith(...[...sides].flatMap((side) => [...side.childNodes]), ...explained);
    }
    delete record.dataset.beside;
  };

  // What the reader has at the upper edge stays there, however long everything above it becomes.
  const stayingThere = (change) => {
    const edge = document.querySelector(".fp-header")?.getBoundingClientRect().bottom ?? 0;
    const candidates = [...record.closest("article").querySelectorAll(":scope > :not(.fp-record), .fp-recordhead"), ...blocksIn(record)]
      .filter((one) => one.getClientRects().length)
      .sort(inOrder);
    const target = document.querySelector("#record :target");
    const seen = (one) => { const box = one.getBoundingClientRect(); return box.bottom > edge + 1 && box.top < innerHeight; };
    const anchor = [head, target].find((one) => one && seen(one)) ?? candidates.find(seen);
    const share = () => {
      const box = anchor.getBoundingClientRect();
      return { top: box.top, part: Math.max(0, (edge - box.top) / box.height) };
    };
    const was = anchor && share();
    change();
    if (!anchor) return;
    const correct = () => {
      const box = anchor.getBoundingClientRect();
      const goal = was.part ? edge - was.part * box.height : was.top;
      if (Math.abs(box.top - goal) > 1) scrollBy({ top: box.top - goal, behavior: "instant" });
    };
    correct();
    requestAnimationFrame(correct);
  };

  // Moved elements lose what the address marks; only a navigation gives it back.
  const targetAgain = () => {
    const there = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!there || document.querySelector(":target")) return;
    const top = scrollY;
    const focused = document.activeElement;
    location.replace(location.hash);
    scrollTo({ top, behavior: "instant" });
    focused?.focus?.({ preventScroll: true });
  };
  const state = (words) => {
    clearTimeout(waiting);
    says.textContent = words;
    says.hidden = !words;
  };
  const currentIs = (language) => {
    for (const link of nav.querySelectorAll("a")) {
      if (link.dataset.with === language) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  // The same two languages, the other way round, are what a reader gets who changes the language of the page.
  const alongWithLanguages = () => {
    const tongue = (tag) => tag.split("-")[0];
    for (const link of document.querySelectorAll(".fp-langs a[hreflang]")) {
      const url = new URL(link.href);
      if (!shown) url.searchParams.delete("with");
      else url.searchParams.set("with", tongue(link.hreflang) === tongue(shown) ? root.lang : shown);
      link.href = url.href;
    }
  };

  const show = async (language, { quiet = false } = {}) => {
    wanted = language;
    if (language === shown) { state(""); currentIs(shown); return; }
    const link = viewLink(nav, language);
    let other;
    if (language) {
      clearTimeout(waiting);
      waiting = setTimeout(() => { state(link.dataset.loading); if (!quiet) announce(link.dataset.loading); }, 300);
      try {
        other = await recordAt(link.dataset.page);
      } catch {
        if (wanted !== language) return;
        const words = navigator.onLine ? link.dataset.failed : link.dataset.offline;
        state(words);
        announce(words);
        wanted = shown;
        currentIs(shown);
        if (!shown) stayingThere(() => wide(false));
        return;
      }
      if (wanted !== language) return;
    }
    state("");
    stayingThere(() => {
      takeApart();
      wide(Boolean(other));
      if (other) build(link, other);
    });
    shown = language;
    currentIs(shown);
    alongWithLanguages();
    targetAgain();
    document.dispatchEvent(new CustomEvent("fp:beside", { detail: { language } }));
    if (!quiet) announce(language ? link.dataset.shown : nav.dataset.hidden);
  };

  const addressWith = (language) => {
    const url = new URL(location.href);
    if (language) url.searchParams.set("with", language);
    else url.searchParams.delete("with");
    return url.href;
  };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-with]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const language = link.dataset.with;
    kept.set(wishKey, language);
    if ((inAddress() ?? "") !== language) history.pushState(null, "", addressWith(language));
    show(language);
  });
  addEventListener("popstate", () => {
    const language = inAddress() ?? "";
    show(viewLink(nav, language) ? language : "");
  });
  for (const link of document.querySelectorAll(".fp-langs a[hreflang]")) {
    link.addEventListener("click", () => {
      const other = new URL(link.href).searchParams.get("with");
      if (other) kept.set(wishKey, other);
    });
  }

  if (!canFetch) return;
  head.append(says);
  nav.hidden = false;
  const language = wish(nav);
  if (!language) return;
  if (inAddress() === null) history.replaceState(history.state, "", addressWith(language));
  wide(true);
  show(language, { quiet: true });
};
each("nav.fp-view", sideBySide);
