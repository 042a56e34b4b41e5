// How to cite: each citation can be copied, has the reader's own day as date of access, and is that of one paragraph
// after the event `fp:cite` with `{ mark }` in its detail.
const citing = (section) => {
  const { key, url, copy, copied, failed, whole } = section.dataset;
  const heading = section.querySelector("h2");
  const note = section.querySelector("[data-cite=paragraph]");
  heading.tabIndex = -1;

  const today = new Date();
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const date = parts.map((part) => String(part).padStart(2, "0")).join("-");
  for (const place of section.querySelectorAll("[data-pattern]")) {
    place.textContent = place.dataset.pattern.replace("{date}", date).replace("{parts}", parts.join(", "));
  }

  // Without a mark it is the whole text that is cited.
  const show = (mark, words) => {
    const fill = (name, text) => section.querySelectorAll(`[data-cite=${name}]`).forEach((place) => { place.textContent = text; });
    fill("url", mark ? `${url}#${mark}` : url);
    fill("key", mark ? `${key}:${mark}` : key);
    note.hidden = !mark;
    note.querySelector("a").hash = mark || section.id;
    heading.focus();
    announce(words);
  };
  document.addEventListener("fp:cite", ({ detail }) => show(detail.mark, note.querySelector("p").firstChild.textContent.trim()));
  note.querySelector("button").addEventListener("click", () => show("", whole));

  const told = document.createElement("span");
  told.className = "fp-small";
  told.setAttribute("aria-hidden", "true"); // read aloud by `announce`
  for (const citation of section.querySelectorAll(".fp-cite")) {
    const name = citation.previousElementSibling.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fp-btn";
    button.textContent = copy;
    button.setAttribute("aria-label", `${copy} ${name}`);
    const acts = document.createElement("p");
    button.addEventListener("click", async () => {
      told.textContent = await copyText(citation.textContent) ? copied : failed;
      acts.append(told);
      announce(`${name}: ${told.textContent}`);
    });
    acts.className = "fp-acts";
    acts.append(button);
    citation.after(acts);
  }
};
each("[data-fp=cite]", citing);
