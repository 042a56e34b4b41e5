/*
  The little that needs script. Reading, links, languages, the menu and the system's colour scheme work without it.
  Loaded in the head and not deferred: the reader's colour scheme is set before anything is painted.
*/
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  // Colour scheme: the system's, until the reader says otherwise; saying the system's own again forgets the choice.
  const key = "fp-scheme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const store = (value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch { /* storage may be forbidden: the choice then lasts for the page */ }
  };
  try {
    const chosen = localStorage.getItem(key);
    if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  } catch { /* as above */ }
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

  const schemeButton = (button) => {
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", () => {
      const wanted = dark() ? "light" : "dark";
      if ((wanted === "dark") === system.matches) delete root.dataset.scheme;
      else root.dataset.scheme = wanted;
      store(root.dataset.scheme);
      show();
    });
    system.addEventListener?.("change", show);
    show();
  };

  // The menu of narrow screens: a panel beside the page. Escape, a click outside and leaving by keyboard close it.
  const menuButton = (button) => {
    const panel = document.getElementById(button.getAttribute("aria-controls"));
    const open = () => panel.classList.contains("is-open");
    const toggle = (wanted) => {
      panel.classList.toggle("is-open", wanted);
      button.setAttribute("aria-expanded", String(wanted));
    };
    button.addEventListener("click", () => {
      toggle(!open());
      if (open()) panel.querySelector("a")?.focus({ preventScroll: true });
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !open()) return;
      toggle(false);
      button.focus();
    });
    document.addEventListener("click", (event) => {
      if (open() && !panel.contains(event.target) && !button.contains(event.target)) toggle(false);
    });
    panel.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (open() && next && !panel.contains(next) && !button.contains(next)) toggle(false);
    });
  };

  // Another language of this page opens at the same paragraph: marks are the same in every language.
  const languageLink = (link) => {
    link.addEventListener("click", () => { link.hash = location.hash; });
  };

  // A term opens its explanation under its paragraph: <a class="fp-term" data-gloss="id of the explanation">.
  const term = (link) => {
    const gloss = document.getElementById(link.dataset.gloss);
    if (!gloss) return;
    gloss.hidden = true;
    link.setAttribute("role", "button");
    link.setAttribute("aria-controls", gloss.id);
    link.setAttribute("aria-expanded", "false");
    const toggle = (event) => {
      event.preventDefault();
      gloss.hidden = !gloss.hidden;
      link.setAttribute("aria-expanded", String(!gloss.hidden));
    };
    link.addEventListener("click", toggle);
    link.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
  };

  // The right column shows where the reader is.
  const follow = (toc) => {
    const links = new Map();
    for (const link of toc.querySelectorAll("a[href^='#']")) {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (part) links.set(part, link);
    }
    if (!links.size) return;
    let waiting = false;
    const update = () => {
      waiting = false;
      let current;
      for (const [part, link] of links) if (part.getBoundingClientRect().top < innerHeight / 3) current = link;
      for (const link of links.values()) {
        if (link === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(update); } }, { passive: true });
    update();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const each = (selector, start) => document.querySelectorAll(selector).forEach(start);
    each("[data-fp=scheme]", schemeButton);
    each("[data-fp=menu]", menuButton);
    each(".fp-langs a", languageLink);
    each(".fp-term[data-gloss]", term);
    each(".fp-toc", follow);
  });
})();
