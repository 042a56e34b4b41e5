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

  // What is on now and what comes next, on the days of the forum: by the reader's clock, whose zone does not matter,
  // since every time of the programme says its own. The words are the page's.
  const nowAndNext = (box) => {
    const direct = (line, selector) => line.querySelectorAll(`:scope > ${selector}`);
    const hour = 3600000;
    // A line ends when it says so, when the next one begins or when what it belongs to ends; the last one of a day
    // that says nothing of its end is taken to last an hour.
    const timed = (list, until) => {
      const lines = [...list.children].map((line) => ({ line, times: direct(line, ".fp-t time") }));
      const begins = lines.map(({ times }) => (times.length ? Date.parse(times[0].dateTime) : NaN));
      return lines.flatMap(({ line, times }, number) => {
        const from = begins[number];
        const next = begins.slice(number + 1).find((begin) => begin > from);
        const to = times[1] ? Date.parse(times[1].dateTime) : next ?? until ?? from + hour;
        const inner = direct(line, ".fp-what > ol");
        const one = { line, from, to, clock: times[0] };
        if ("off" in line.dataset) return [];
        return [...(Number.isNaN(from) ? [] : [one]), ...(inner.length ? timed(inner[0], to) : [])];
      });
    };
    const days = [...document.querySelectorAll("[data-from][data-to]")].map((day) => ({
      from: Date.parse(day.dataset.from),
      to: Date.parse(day.dataset.to),
      rooms: [...day.querySelectorAll(".fp-room")].map((room) => ({
        name: direct(room, ".fp-day")[0],
        lines: direct(room, "ol").length ? timed(direct(room, "ol")[0]) : [],
      })),
    }));
    const last = Math.max(...days.map((day) => day.to));

    const make = (name, css, ...content) => {
      const element = document.createElement(name);
      if (css) element.className = css;
      element.append(...content);
      return element;
    };
    const copy = (source) => [...source.childNodes].map((node) => node.cloneNode(true));
    const title = ({ line }) => make("span", "", ...copy(direct(line, ".fp-what > :is(h3, h4, h5, h6)")[0]));
    const row = (word, ...content) => [make("dt", "", word), make("dd", "", ...content)];
    const tell = ({ name, place, current, next }) => {
      const told = make("dl", "", ...(current.length ? row(box.dataset.now, ...current.flatMap((one) => [title(one), " "])) : []),
        ...(next ? row(box.dataset.next, make("span", "fp-t", next.clock.cloneNode(true)), " ", make("b", "", title(next))) : []));
      place.hidden = !told.childElementCount;
      // Only what has changed is written, so that it is read aloud once.
      if (place.lastChild?.outerHTML === told.outerHTML) return;
      place.replaceChildren(...(name ? [make("p", "fp-nowroom", ...copy(name))] : []), told);
    };
    const mark = (line, on) => {
      if (on === line.hasAttribute("aria-current")) return;
      if (on) {
        line.setAttribute("aria-current", "time");
        direct(line, ".fp-t")[0].append(make("span", "fp-onnow", box.dataset.now));
      } else {
        line.removeAttribute("aria-current");
        direct(line, ".fp-t > .fp-onnow")[0].remove();
      }
    };

    const rooms = days.flatMap((day) => day.rooms.map((room) => ({ ...room, day, place: make("div") })));
    box.querySelector("[aria-live]").append(...rooms.map((room) => room.place));
    const update = () => {
      const now = Date.now();
      for (const room of rooms) {
        const today = now >= room.day.from && now < room.day.to;
        const current = room.lines.filter((one) => today && one.from <= now && now < one.to);
        const coming = room.lines.filter((one) => today && one.from > now);
        const soonest = Math.min(...coming.map((one) => one.from));
        for (const one of room.lines) mark(one.line, current.includes(one));
        tell({ ...room, current, next: coming.find((one) => one.from === soonest) });
      }
      box.hidden = rooms.every((room) => room.place.hidden);
    };
    const tick = () => {
      update();
      if (Date.now() < last) setTimeout(tick, 60000 - (Date.now() % 60000));
    };
    document.addEventListener("visibilitychange", () => { if (!document.hidden) update(); });
    tick();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const each = (selector, start) => document.querySelectorAll(selector).forEach(start);
    each("[data-fp=scheme]", schemeButton);
    each("[data-fp=menu]", menuButton);
    each(".fp-langs a", languageLink);
    each(".fp-term[data-gloss]", term);
    each("[data-fp=now]", nowAndNext);
    each(".fp-toc", follow);
  });
})();
