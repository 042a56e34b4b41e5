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
each("[data-fp=now]", nowAndNext);
