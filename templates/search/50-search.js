// The search itself: a field, what it finds, and the states between. It stands in a dialog, or in the page of the search.
const pageOf = 10;

const searchBox = (link) => {
  const place = new URL(link.href);
  const root = new URL("../", place);
  const ask = asking(place.href);
  const chosen = {};
  const view = { open: "" };             // which facet shows its choices
  let words;
  let asked = 0;
  let shownQuery = "";
  let timer;

  const icon = link.querySelector("svg").cloneNode(true);
  const input = element("input", {
    type: "search", id: "fp-query", name: "q", autocomplete: "off", autocapitalize: "none", autocorrect: "off", spellcheck: "false",
    enterkeyhint: "search", maxlength: "200", "aria-describedby": "fp-hint", placeholder: link.dataset.label,
  });
  const form = element("form", { class: "fp-searchbar", role: "search", action: link.href },
    element("label", { for: "fp-query" }, icon, element("span", { class: "fp-unseen" }, link.dataset.label)), input);
  const hint = element("p", { class: "fp-searchhint fp-small", id: "fp-hint" }, link.dataset.hint);
  const state = element("div", { class: "fp-searchstate" });
  const narrow = element("div", {});
  const list = element("ol", { class: "fp-found" });
  const after = element("p", {});
  const body = element("div", { class: "fp-searchbody" }, hint, state, narrow, list, after);
  const status = element("div", { class: "fp-unseen", role: "status" });
  const keys = element("p", { class: "fp-searchkeys", "aria-hidden": "true" });

  // Read aloud once a reader stops writing, and not at each letter.
  let speaking;
  const speak = (text) => {
    clearTimeout(speaking);
    speaking = setTimeout(() => { status.textContent = ""; status.textContent = text; }, 700);
  };
  const say = (name, count) => filled(words[`${name}_${count === 1 ? "one" : "many"}`], { count: new Intl.NumberFormat(document.documentElement.lang).format(count) });
  const empty = () => {
    for (const one of [state, narrow, list, after]) one.replaceChildren();
    list.removeAttribute("aria-busy");
  };
  const links = () => [...list.querySelectorAll("a")];

  const remember = () => {
    const search = { query: input.value, chosen };
    if (box.address) {
      const url = new URL(location.href);
      if (input.value.trim()) url.searchParams.set("q", input.value.trim());
      else url.searchParams.delete("q");
      history.replaceState({ ...history.state, search }, "", url);
    } else if (history.state?.search) {
      history.replaceState({ ...history.state, search }, "");
    }
  };

  const suggestion = (text) => element("button", { type: "button", class: "fp-btn", onclick: () => write(text) }, text);
  const nothing = (found, query) => {
    const narrowed = found.total > 0;
    const first = narrowed ? words.nothing_left : filled(words.nothing, { query });
    speak(first);
    state.replaceChildren(element("p", {}, first), ...(narrowed
      ? [element("p", {}, element("button", { type: "button", class: "fp-btn", onclick: () => { clear(); run(); } }, words.clear))]
      : [
        found.suggestions.length ? element("div", { class: "fp-acts" }, element("span", {}, words.try), ...found.suggestions.map(suggestion)) : "",
        element("p", { class: "fp-small" }, words.advice),
      ].filter(Boolean)));
  };

  const show = (found, query, { more = false } = {}) => {
    words = found.words;
    const results = resultsFor(root, words, say);
    const held = narrow.contains(document.activeElement) ? document.activeElement.dataset.choice : null;
    narrow.replaceChildren(...(found.total ? facetsFor(words, chosen, () => run(), view)(found.facets) : []));
    if (held) {
      const same = [...narrow.querySelectorAll("[data-choice]")].find((one) => one.dataset.choice === held);
      (same ?? narrow.querySelector("button"))?.focus({ preventScroll: true });
    }
    const made = found.groups.map(results.group);
    if (!more) {
      list.replaceChildren();
      body.scrollTop = 0;
    }
    list.append(...made);
    hint.hidden = true;
    if (!found.fitting) nothing(found, query);
    else {
      const counted = results.counted(found);
      state.replaceChildren(element("p", { class: "fp-small" }, counted),
        ...(found.some ? [element("p", { class: "fp-small" }, words.some)] : []),
        ...(found.names.length ? [element("p", { class: "fp-small" }, filled(words.named, { names: found.names.join(words.and) }))] : []));
      if (!more) speak(counted);
    }
    if (more) made[0]?.querySelector("a")?.focus();
    keys.replaceChildren(...[["↑↓", "key_move"], ["Enter", "key_open"], ["Esc", "key_close"]]
      .filter(([, name]) => !(box.address && name === "key_close"))
      .map(([key, name]) => element("span", {}, element("kbd", {}, key), ` ${words[name]}`)));
  };

  const offerMore = (found) => {
    const rest = Math.min(pageOf, found.fitting - list.children.length);
    after.replaceChildren(...(rest > 0 ? [element("button", { type: "button", class: "fp-btn", onclick: () => run({ more: true }) }, say("more", rest))] : []));
  };

  const failed = () => {
    state.replaceChildren(element("p", {}, link.dataset.failed), element("p", {}, element("button", { type: "button", class: "fp-btn", onclick: () => run() }, link.dataset.retry)));
    speak(link.dataset.failed);
  };

  const run = async ({ more = false } = {}) => {
    clearTimeout(timer);
    const query = input.value.trim();
    const mine = asked += 1;
    remember();
    if (!query) {
      empty();
      hint.hidden = false;
      shownQuery = "";
      status.textContent = "";
      return;
    }
    const slow = setTimeout(() => { if (mine === asked && !more) { list.replaceChildren(); after.replaceChildren(); hint.hidden = true; state.replaceChildren(element("p", { class: "fp-small" }, link.dataset.loading)); } }, 400);
    try {
      const from = more ? list.children.length : 0;
      // The best page first, since each has to be fetched; then the others.
      const found = await ask({ query, chosen, from, to: more ? from + pageOf : 1 });
      clearTimeout(slow);
      if (mine !== asked) return;
      shownQuery = query;
      list.setAttribute("aria-busy", String(!more && found.fitting > 1));
      if (found.asked) show(found, query, { more });
      else { words = found.words; empty(); nothing({ ...found, suggestions: [] }, query); }
      if (!more && found.fitting > 1) {
        const others = await ask({ query, chosen, from: 1, to: pageOf });
        if (mine !== asked) return;
        list.append(...others.groups.map(resultsFor(root, words, say).group));
      }
      list.setAttribute("aria-busy", "false");
      offerMore(found);
    } catch {
      if (mine === asked) { empty(); failed(); }
    } finally {
      clearTimeout(slow);
    }
  };
  const clear = () => { for (const facet of Object.keys(chosen)) delete chosen[facet]; };
  const write = (text, facets = {}, focus = true) => {
    input.value = text;
    clear();
    Object.assign(chosen, facets);
    run();
    if (focus) input.focus();
  };

  input.addEventListener("input", (event) => {
    if (event.isComposing) return;                                 // pinyin on its way to characters is no query
    clearTimeout(timer);
    timer = setTimeout(run, 160);
  });
  input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(run, 160); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (input.value.trim() !== shownQuery) await run();
    links()[0]?.focus();
  });

  // From the field down into the links and back; what is written while a link has the focus goes into the field.
  const onKey = (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = links();
    const at = all.indexOf(document.activeElement);
    const inField = document.activeElement === input;
    if (event.key === "ArrowDown" && all.length && (inField || at >= 0)) {
      event.preventDefault();
      all[Math.min(at + 1, all.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      if (at) all[at - 1].focus();
      else input.focus();
    } else if (at >= 0 && (event.key === "Home" || event.key === "End")) {
      event.preventDefault();
      all.at(event.key === "Home" ? 0 : -1).focus();
    } else if (at >= 0 && (event.key === "Backspace" || (event.key.length === 1 && event.key !== " "))) {
      input.focus();
    }
  };

  const box = { form, body, keys, status, input, run, write, onKey, remember, address: false, get query() { return input.value; }, get chosen() { return chosen; } };
  return box;
};
