// A word that says a term of the glossary opens its definition under the paragraph, and closes it again:
// <a class="fp-term" data-gloss="id of the definition">. Without script, in a new tab or where the page lacks the
// definition it leads to the page of the term. Paragraphs may come and go, so the document listens for all of them.
const selector = ".fp-term[data-gloss]";
const copies = (nodes) => [...nodes].map((node) => node.cloneNode(true));
const glossOf = (link) => document.getElementById(link.getAttribute("aria-controls") ?? "");
const linkOf = (gloss) => gloss && document.querySelector(`${selector}[aria-controls="${gloss.id}"]`);
let number = 0;
let latest;

const shut = (link) => {
  link.removeAttribute("aria-controls");
  link.setAttribute("aria-expanded", "false");
};
// Paragraphs that came lately get their buttons; where a definition went with its paragraph, the button says so.
const dress = () => {
  for (const link of document.querySelectorAll(`${selector}:not([role])`)) {
    if (!document.getElementById(link.dataset.gloss)) continue;
    link.setAttribute("role", "button");
    shut(link);
  }
  for (const link of document.querySelectorAll(`${selector}[aria-controls]`)) if (!glossOf(link)) shut(link);
};

const make = (entry) => {
  const name = entry.querySelector("dt a");
  const word = document.createElement("b");
  const more = name.cloneNode();
  const line = document.createElement("p");
  const gloss = document.createElement("aside");
  word.append(...copies(name.childNodes));
  more.append(entry.closest("[data-more]").dataset.more);
  line.append(word, " ", ...copies(entry.querySelector("dd").childNodes), " ", more);
  gloss.append(line);
  gloss.className = "fp-gloss fp-screen";
  gloss.id = `${entry.id}-${number += 1}`;
  gloss.setAttribute("role", "note");
  gloss.setAttribute("aria-label", name.textContent);
  gloss.lang = root.lang;   // definitions are in the words of the page, whatever language the record is in
  return gloss;
};

const close = (link) => {
  glossOf(link)?.remove();
  shut(link);
};
const open = (link) => {
  const gloss = make(document.getElementById(link.dataset.gloss));
  const whole = link.closest(".fp-pair, li.fp-p");
  if (whole) whole.append(gloss);
  else (link.closest(".fp-table, .fp-p") ?? link).after(gloss);
  link.setAttribute("aria-controls", gloss.id);
  link.setAttribute("aria-expanded", "true");
  link.focus({ preventScroll: true });   // not every browser focuses what is clicked
  latest = link;
};
const toggle = (event, link) => {
  event.preventDefault();
  if (glossOf(link)) close(link);
  else open(link);
};

each(".fp-record", (record) => {
  dress();
  new MutationObserver(dress).observe(record, { childList: true, subtree: true });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(`${selector}[role]`);
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) toggle(event, link);
  });
  document.addEventListener("keydown", (event) => {
    const link = event.target.closest?.(`${selector}[role]`);
    if (event.key === " " && link) toggle(event, link);
    if (event.key !== "Escape") return;
    const opener = link ?? linkOf(event.target.closest?.(".fp-gloss")) ?? (event.target === document.body && latest);
    if (!opener || !glossOf(opener)) return;
    close(opener);
    opener.focus();
  });
});
// On paper all definitions are there.
addEventListener("beforeprint", () => document.querySelectorAll(".fp-terms details").forEach((part) => { part.open = true; }));
