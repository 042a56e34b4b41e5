// By what the results can be narrowed down: a row of toggles for what is looked for, and a disclosure for each facet, with how
// many results each choice leaves. A facet that parts nothing is not shown.
const facetsFor = (words, chosen, changed) => {
  const toggle = (facet, value) => {
    const values = chosen[facet] ?? [];
    chosen[facet] = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    changed();
  };
  const button = (facet, one, label = one.label) => element("button", {
    type: "button", "aria-pressed": String(one.chosen), "data-choice": `${facet}:${one.value}`, onclick: () => toggle(facet, one.value),
  }, element("span", {}, label), " ", element("span", { class: "fp-t" }, String(one.count)));

  const types = ({ values }) => {
    if (values.length < 2) return "";
    const none = !(chosen.type ?? []).length;
    const all = { value: "", count: values.reduce((sum, one) => sum + one.count, 0), chosen: none };
    return element("div", { class: "fp-types", role: "group", "aria-label": words.types },
      element("button", {
        type: "button", "aria-pressed": String(none), "data-choice": "type:", onclick: () => { chosen.type = []; changed(); },
      }, element("span", {}, words.all), " ", element("span", { class: "fp-t" }, String(all.count))),
      ...values.map((one) => {
        const made = button("type", one);
        const only = made.cloneNode(true);                         // one kind at a time
        only.addEventListener("click", () => { chosen.type = one.chosen ? [] : [one.value]; changed(); });
        return only;
      }));
  };

  const part = ({ facet, values }, open) => element("details", { "data-facet": facet, open: open.has(facet) },
    element("summary", {}, words[`facet_${facet}`]),
    element("ul", {}, ...values.map((one) => element("li", {}, button(facet, one)))));

  return (facets, open) => {
    const narrowing = facets.filter(({ facet, values }) => facet !== "type" && (values.length > 1 || values.some((one) => one.chosen)));
    const picked = facets.filter(({ facet }) => facet !== "type").flatMap(({ facet, values }) => values.filter((one) => one.chosen).map((one) => [facet, one]));
    return [
      types(facets.find((one) => one.facet === "type")),
      narrowing.length ? element("div", { class: "fp-facets", role: "group", "aria-label": words.filters }, ...narrowing.map((one) => part(one, open))) : "",
      picked.length ? element("p", { class: "fp-picked" },
        ...picked.map(([facet, one]) => element("button", {
          type: "button", "data-choice": `-${facet}:${one.value}`, "aria-label": filled(words.remove, { label: one.label }), onclick: () => toggle(facet, one.value),
        }, one.label, element("span", { "aria-hidden": "true" }, " ×"))),
        picked.length > 1 ? element("button", {
          type: "button", class: "fp-more", onclick: () => { for (const facet of Object.keys(chosen)) chosen[facet] = []; changed(); },
        }, words.clear) : "") : "",
    ].filter(Boolean);
  };
};
