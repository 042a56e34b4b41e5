// What was found, as a list of links under headings: what screen readers read best. Arrow keys go from link to link.
const resultsFor = (root, words, say) => {
  const link = (address, attributes, ...children) => element("a", { href: new URL(address, root).href, ...attributes }, ...children);

  const place = (one) => link(one.address, { class: "fp-hit" },
    one.time ? element("span", { class: "fp-t" }, one.time) : "",
    element("span", {}, one.who ? element("b", {}, one.who) : "", ...(one.heading ? [element("b", {}, ...marked(one.pieces))] : marked(one.pieces))));

  const group = (one) => {
    const shown = one.places.slice(0, 3);
    const others = one.places.slice(3);
    const timed = one.places.some((each) => each.time);
    const list = element("ul", { lang: one.lang, class: timed ? null : "fp-untimed" }, ...shown.map((each) => element("li", {}, place(each))));
    const more = others.length ? element("button", {
      type: "button", class: "fp-more",
      onclick: () => {
        const made = others.map((each) => element("li", {}, place(each)));
        list.append(...made);
        more.remove();
        made[0].firstChild.focus();
      },
    }, say("places", others.length)) : "";
    return element("li", { class: `fp-foundone${one.entry ? " fp-foundone--entry" : ""}` },
      element("h2", {}, link(one.address, {}, ...marked(one.title))),
      one.facts.length ? element("p", { class: "fp-small" }, one.facts.join(words.dot)) : "",
      one.about ? element("p", { class: "fp-foundabout", lang: one.lang }, ...one.about) : "",
      shown.length ? list : "", more);
  };

  const counted = (found) => {
    const entries = found.fitting - found.sessions;
    const values = { hits: say("hits", found.hits), sessions: say("sessions", found.sessions), entries: say("entries", entries) };
    if (!found.sessions) return values.entries;
    return filled(entries ? words.in_both : words.in_sessions, values);
  };
  return { group, counted };
};
