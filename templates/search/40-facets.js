// By what the results can be narrowed down: a row of toggles for what is looked for, and for each facet a button that opens its
// choices, with how many results each leaves. A facet that parts nothing is not shown.
const facetsFor = (words, chosen, changed, view) => {
  const choose = (facet, values) => {
    chosen[facet] = values;
    changed();
  };
  const without = (facet, value) => (chosen[facet] ?? []).filter((one) => one !== value);
  const choice = (facet, one, values) => element("button", {
    type: "button", "aria-pressed": String(one.chosen), "data-choice": `${facet}:${one.value}`, onclick: () => choose(facet, values),
  }, element("span", {}, one.label), " ", element("span", { class: "fp-t" }, String(one.count)));

  const types = ({ values }) => {
    if (values.length < 2) return "";
    const all = { value: "", label: words.all, count: values.reduce((sum, one) => sum + one.count, 0), chosen: !(chosen.type ?? []).length };
    return element("div", { class: "fp-types", role: "group", "aria-label": words.types },
      choice("type", all, []), ...values.map((one) => choice("type", one, one.chosen ? [] : [one.value])));
  };
  const opener = ({ facet }) => element("button", {
    type: "button", "aria-expanded": String(view.open === facet), "aria-controls": "fp-choices", "data-choice": `open:${facet}`,
    onclick: () => { view.open = view.open === facet ? "" : facet; changed(); },
  }, words[`facet_${facet}`]);
  const choices = ({ facet, values }) => values.map((one) => element("li", {},
    choice(facet, one, one.chosen ? without(facet, one.value) : [...(chosen[facet] ?? []), one.value])));
  const removal = (facet, one) => element("button", {
    type: "button", "data-choice": `no:${facet}:${one.value}`, "aria-label": filled(words.remove, { label: one.label }),
    onclick: () => choose(facet, without(facet, one.value)),
  }, one.label, element("span", { "aria-hidden": "true" }, " ×"));

  return (facets) => {
    const narrowing = facets.filter(({ facet, values }) => facet !== "type" && (values.length > 1 || values.some((one) => one.chosen)));
    const opened = narrowing.find((one) => one.facet === view.open);
    const picked = narrowing.filter((one) => one !== opened).flatMap(({ facet, values }) => values.filter((one) => one.chosen).map((one) => removal(facet, one)));
    return [
      types(facets.find((one) => one.facet === "type")),
      narrowing.length ? element("div", { class: "fp-facets", role: "group", "aria-label": words.filters },
        element("div", {}, ...narrowing.map(opener)),
        element("ul", { id: "fp-choices", hidden: !opened, "aria-label": opened ? words[`facet_${opened.facet}`] : null }, ...(opened ? choices(opened) : []))) : "",
      picked.length ? element("p", { class: "fp-picked" }, ...picked,
        picked.length > 1 ? element("button", {
          type: "button", class: "fp-more", onclick: () => { for (const facet of Object.keys(chosen)) delete chosen[facet]; changed(); },
        }, words.clear) : "") : "",
    ].filter(Boolean);
  };
};
