// What stands beside the index: sessions.json (what each page is), names.json (how people and things may be asked for),
// characters.json (the forms of ideographs), and the text of each page that is shown.
const fetchJson = async (name) => {
  const response = await fetch(new URL(name, place));
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return response.json();
};
const once = (make) => {
  let made;
  return (...given) => {
    made ??= make(...given).catch((error) => { made = undefined; throw error; });
    return made;
  };
};

const field = { key: 0, type: 1, address: 2, title: 3, date: 4, kind: 5, forum: 6, people: 7, topics: 8, language: 9, facts: 10, tokens: 11 };
const tables = once(async () => {
  const [sessions, names] = await Promise.all([
    fetchJson("sessions.json"), fetchJson("names.json"), fetchJson("characters.json").then(learnScripts),
  ]);
  // The places of all pages are counted in one: page n has those from begins[n] up to begins[n + 1].
  const begins = [0];
  for (const row of sessions.rows) begins.push(begins.at(-1) + row[field.tokens]);
  return { ...sessions, names, begins, index: sessions.index.map((one) => segmentOf(one, begins)) };
});
const isSession = (row) => row[field.type] === "session" || row[field.type] === "host";

const texts = new Map();
const textOf = (row) => {
  const key = row[field.key];
  if (!texts.has(key)) texts.set(key, fetchJson(`text/${key}.json`).catch((error) => { texts.delete(key); throw error; }));
  return texts.get(key);
};

// The facets in the order in which they are shown: for each, the values of a page. A value is what the address keeps too.
const facets = {
  type: (row) => [row[field.type] === "host" ? "session" : row[field.type]],
  forum: (row) => (row[field.forum] < 0 ? [] : [row[field.forum]]),
  person: (row) => row[field.people],
  kind: (row) => (row[field.kind] < 0 ? [] : [row[field.kind]]),
  topic: (row) => row[field.topics],
  year: (row) => (row[field.date] ? [Number(row[field.date].slice(0, 4))] : []),
  language: (row) => (row[field.language] < 0 ? [] : [row[field.language]]),
};
const labelOf = (found, facet, value) => ({
  type: () => found.words[`type_${value}`] ?? value,
  forum: () => found.forums[value],
  person: () => found.people[value],
  kind: () => found.kinds[value],
  topic: () => found.topics[value],
  year: () => String(value),
  language: () => found.languages[value][1],
})[facet]();

const fits = (row, chosen, but) => Object.entries(chosen).every(([facet, values]) =>
  facet === but || !values.length || facets[facet](row).some((one) => values.includes(one)));

// For each facet, how many pages each value would leave, given what is chosen in the others.
const countsOf = (found, rows, chosen) => Object.keys(facets).map((facet) => {
  const counts = new Map((chosen[facet] ?? []).map((value) => [value, 0]));
  for (const row of rows) {
    if (!fits(row, chosen, facet)) continue;
    for (const value of facets[facet](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count, label: labelOf(found, facet, value), chosen: (chosen[facet] ?? []).includes(value) }));
  const order = ["session", "person", "organisation", "forum", "topic", "term"];
  if (facet === "type") values.sort((one, two) => order.indexOf(one.value) - order.indexOf(two.value));
  else values.sort((one, two) => (facet === "year" ? two.value - one.value : two.count - one.count || (one.label < two.label ? -1 : 1)));
  return { facet, values };
});
