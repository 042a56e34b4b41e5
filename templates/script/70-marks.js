// The menu of a paragraph or heading. ¶ is a plain link; with script it opens the page's one menu, which copies the link,
// copies the words with where they are from, leads to citations and to corrections. All words are the page's.
const markMenu = (menu) => {
  const record = document.getElementById("record");
  const marks = record ? [...record.querySelectorAll(".fp-mark")] : [];
  if (!marks.length) return;
  const item = (name) => menu.querySelector(`[data-do=${name}]`);
  const items = () => [...menu.children].filter((one) => !one.hidden);
  const quoteLabel = item("quote").textContent;
  const told = document.createElement("p");
  told.className = "fp-told fp-screen";
  told.setAttribute("aria-hidden", "true");     // read aloud by `announce`
  told.hidden = true;
  menu.after(told);
  let mark;                                     // whose menu is open
  let selected = "";                            // words within its paragraph that were selected before it was opened

  const blockOf = (link) => link.closest(".fp-p, h2, h3, h4, h5, h6");
  const nameOf = (link) => link.getAttribute("href").slice(1);
  const address = (link) => `${location.origin}${location.pathname}#${nameOf(link)}`;
  // Words as they stand: no times, signs, marks or explanations; links are words.
  const plain = (nodes) => {
    const copy = document.createElement("div");
    copy.append(nodes);
    for (const one of copy.querySelectorAll(".fp-mark, .fp-time, .fp-stale, .fp-mono, .fp-gloss, .fp-unseen, [hidden]")) one.remove();
    for (const one of copy.querySelectorAll("br")) one.replaceWith("\n");
    return copy.textContent.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
  };
  const wordsOf = (block) => {
    const copy = block.cloneNode(true);
    const own = copy.querySelector(":scope > .fp-pair > .fp-first");
    return plain(own ?? copy);
  };
  // Where a paragraph stands beside its other language, words of that may be selected too.
  const besideOf = (block) => block.closest(".fp-pair")?.querySelector(":scope > .fp-second")
    ?? block.querySelector(":scope > .fp-pair > .fp-second");
  const within = (place, range) => Boolean(place) && place.contains(range.startContainer) && place.contains(range.endContainer);
  const selectionAt = (link) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const block = blockOf(link);
    const beside = besideOf(block);
    const inBeside = within(beside, range);
    if (!inBeside && !within(block, range)) return null;
    const text = plain(range.cloneContents());
    return text ? { text, beside: inBeside ? beside : null } : null;
  };

  // The last line before a paragraph that names a speaker says who speaks; a heading nobody speaks.
  const speakerOf = (block, beside, data) => {
    if (/^H[2-6]$/.test(block.tagName)) return "";
    let name = data.speaker;
    for (const turn of record.querySelectorAll(".fp-turn")) {
      if (Boolean(turn.closest(".fp-second")) !== beside) continue;
      if (!(turn.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      name = turn.querySelector("b")?.textContent ?? name;
    }
    return name;
  };
  const quoted = (text, data) => {
    if (!data.open) return text;
    const inner = text.replaceAll(data.open, data.openWithin).replaceAll(data.close, data.closeWithin);
    return `${data.open}${inner}${data.close}`;
  };
  const quotation = (link) => {
    const block = blockOf(link);
    const beside = selected?.beside;
    const data = beside ? JSON.parse(record.dataset.beside) : { ...menu.dataset, page: location.origin + location.pathname };
    const kind = data.kind && !block.classList.contains("fp-missing") ? data.brackets.replace("*", data.kind) : "";
    const speaker = speakerOf(block, Boolean(beside), data);
    const from = `${data.dash}${speaker}${speaker ? data.comma : ""}${data.source}${kind}`;
    return `${quoted(selected?.text || wordsOf(block), data)}\n${from}\n${data.page}#${nameOf(link)}\n`;
  };

  // The address names the paragraph, which is marked as its target. Only a navigation moves the mark; it may not move the page.
  const point = (link) => {
    if (location.hash === link.hash) return;
    const top = scrollY;
    const stay = () => scrollTo({ top, behavior: "instant" });
    location.replace(link.hash);
    stay();
    requestAnimationFrame(stay);
  };
  const place = () => {
    const at = mark.getBoundingClientRect();
    const top = document.querySelector(".fp-header")?.getBoundingClientRect().bottom ?? 0;
    const { offsetWidth: width, offsetHeight: height } = menu;
    const room = document.documentElement.clientWidth;
    const gap = 6;
    const below = at.bottom + gap;
    const above = at.top - gap - height;
    const fits = below + height <= innerHeight - gap || above < top;
    menu.style.left = `${scrollX + Math.max(gap, Math.min(at.left, room - width - gap))}px`;
    menu.style.top = `${scrollY + (fits ? below : above)}px`;
  };

  const close = (back) => {
    if (!mark) return;
    const was = mark;
    mark = undefined;
    menu.hidden = true;
    was.setAttribute("aria-expanded", "false");
    if (back) was.focus({ preventScroll: true });
  };
  const open = (link, found) => {
    close();
    mark = link;
    selected = found;
    point(link);
    item("quote").textContent = found ? item("quote").dataset.selected : quoteLabel;
    item("cite").hidden = !document.getElementById("cite");
    item("share").hidden = !(navigator.share && matchMedia("(pointer: coarse)").matches);
    link.setAttribute("aria-expanded", "true");
    menu.hidden = false;
    place();
    items()[0].focus({ preventScroll: true });
    menu.scrollIntoView({ block: "nearest", behavior: "instant" });
  };

  let hiding;
  const tell = (words) => {
    announce(words);
    clearTimeout(hiding);
    told.textContent = words;
    told.hidden = false;
    hiding = setTimeout(() => { told.hidden = true; }, 2600);
  };
  const copy = async (text, words) => {
    const done = await copyText(text);
    close(true);
    tell(done ? words : menu.dataset.failed);
  };
  const acts = {
    link: () => copy(address(mark), menu.dataset.copiedLink),
    quote: () => copy(quotation(mark), menu.dataset.copiedQuote),
    cite: () => {
      const link = mark;
      close(true);
      document.dispatchEvent(new CustomEvent("fp:cite", { detail: { mark: nameOf(link) } }));
    },
    share: () => {
      const url = address(mark);
      close(true);
      navigator.share({ title: document.title, url }).catch(() => { /* the reader thought better of it */ });
    },
  };

  // A touch takes the selection away before it becomes a click.
  let before;
  for (const link of marks) {
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", menu.id);
    link.addEventListener("pointerdown", () => { before = selectionAt(link); });
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (mark === link) close(true);
      else open(link, before ?? selectionAt(link));
      before = null;
    });
  }
  menu.addEventListener("click", (event) => {
    const name = event.target.closest("[data-do]")?.dataset.do;
    if (name && mark) acts[name]();
  });
  menu.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const goals = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
    if (event.key in goals) {
      event.preventDefault();
      all[goals[event.key]].focus();
    } else if (event.key === "Tab" && at === (event.shiftKey ? 0 : all.length - 1)) {
      // Tab goes on from the mark, not from the end of the page where the menu is written.
      if (event.shiftKey) event.preventDefault();
      close(true);
    }
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && mark) close(true); });
  document.addEventListener("pointerdown", (event) => {
    if (mark && !menu.contains(event.target) && !mark.contains(event.target)) close();
  });
  menu.addEventListener("focusout", (event) => {
    if (mark && event.relatedTarget && !menu.contains(event.relatedTarget) && event.relatedTarget !== mark) close();
  });
  addEventListener("resize", () => { if (mark) place(); });
  document.addEventListener("fp:beside", () => close());
};
each(".fp-markmenu", markMenu);
