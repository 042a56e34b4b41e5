// Which pages answer a query, and how well: as the words stand together in a title, for whom or what is called so, together in
// the text, near each other, anywhere in the page; and, only where nothing has them all, most of them.
const rank = { entry: 0, title: 1, person: 2, phrase: 3, near: 4, all: 5, some: 6 };
const nearBy = 12;                  // tokens between the first and the last word

// Page -> {score, places: [{at, length}]} of a word in any of its forms.
const pagesOfUnit = async (unit) => {
  const found = new Map();
  for (const phrase of unit.phrases) {
    for (const [page, { score, at }] of await pagesWithPhrase(phrase)) {
      const one = found.get(page) ?? { score: 0, places: [] };
      const taken = new Set(one.places.map((there) => there.at));
      one.score = Math.max(one.score, score);
      one.places.push(...at.filter((start) => !taken.has(start)).map((start) => ({ at: start, length: phrase.length })));
      one.places.sort((first, second) => first.at - second.at);
      found.set(page, one);
    }
  }
  return found;
};

// Where words follow each other as they were asked.
const together = (each) => each.slice(1).reduce(
  (chains, places) => chains.flatMap((chain) => places
    .filter((one) => one.at === chain.at + chain.length)
    .map((one) => ({ at: chain.at, length: chain.length + one.length }))),
  each[0],
);
// The stretches that hold every word within a few tokens, none within another.
const closeTo = (each) => {
  const all = each.flatMap((places, unit) => places.map((one) => ({ ...one, unit }))).sort((one, two) => one.at - two.at);
  const stretches = [];
  const last = new Map();
  for (const one of all) {
    last.set(one.unit, one);
    if (last.size < each.length) continue;
    const first = Math.min(...[...last.values()].map((there) => there.at));
    if (one.at - first <= nearBy * (each.length - 1)) {
      stretches.push(first);
      last.clear();
    }
  }
  return stretches;
};

const joinedPages = (found) => {
  const least = found.reduce((one, two) => (two.size < one.size ? two : one));
  return [...least.keys()].filter((page) => found.every((pages) => pages.has(page)));
};

const answerOf = (page, found, titleLength, single) => {
  const each = found.map((pages) => pages.get(page)?.places ?? []);
  const score = found.reduce((sum, pages) => sum + (pages.get(page)?.score ?? 0), 0);
  const places = each.flatMap((these, unit) => these.map((one) => ({ ...one, unit })));
  const phrases = each.every((these) => these.length) ? together(each) : [];
  if (phrases.length) {
    const title = phrases.some((one) => one.at + one.length <= titleLength);
    return { page, score, places, phrases, hits: phrases.length, rank: title ? rank.title : rank.phrase };
  }
  if (single) return null;
  const close = each.every((these) => these.length) ? closeTo(each).length : 0;
  return { page, score, places, phrases, hits: close || 1, rank: close ? rank.near : rank.all };
};

const titleLengthOf = (row) => row.titleLength ??= tokensOf(row[field.title]).length;

const answersTo = async (units, t, known) => {
  const found = await Promise.all(units.map(pagesOfUnit));
  const answers = [];
  for (const page of joinedPages(found)) {
    const row = t.rows.get(page);
    if (!row || known.has(page)) continue;
    const one = answerOf(page, found, titleLengthOf(row), units.length === 1);
    if (one) answers.push(one);
  }
  return { answers, found };
};

const mostOf = (found, t) => {
  const pages = new Map();
  for (const these of found) for (const page of these.keys()) pages.set(page, (pages.get(page) ?? 0) + 1);
  return [...pages]
    .filter(([page, count]) => count * 2 > found.length && t.rows.has(page))
    .map(([page, count]) => ({ ...answerOf(page, found, 0, false), score: count * 1000 + answerOf(page, found, 0, false).score, hits: 1, rank: rank.some }));
};

// Everything that answers a query, the best first; kept for the next question about the same words.
const allAnswers = async (query) => {
  const t = await tables();
  const units = unitsOf(t.names, query);
  if (!units.length) return { units, answers: [], some: false, suggestions: [] };
  const { answers, found } = await answersTo(units, t, new Set());
  const known = new Set(answers.map((one) => one.page));

  const parts = units.flatMap((unit) => (unit.names.length ? [unit] : partsOf(unit.text).map((text) => unitOf(t.names, text))))
    .filter((one) => one.phrases.length);
  let inParts;
  if (parts.length > units.length) {
    inParts = await answersTo(parts, t, known);
    // In the order of the query they would have been found as they stand: here they are near at best.
    for (const one of inParts.answers) answers.push({ ...one, rank: Math.max(one.rank, rank.near) });
  }
  let some = false;
  if (!answers.length && parts.length > 2) {
    answers.push(...mostOf((inParts ?? { found }).found, t));
    some = answers.length > 0;
  }

  const meant = units.length === 1 ? units[0].names : [];
  const begun = units.length === 1 && !meant.length && !ideograph.test(units[0].text) ? namesBegun(t.names, units[0].text) : [];
  const entries = [...new Set([...meant, ...begun].map((name) => name[1]).filter((row) => row >= 0))].map((row) => t.list[row]);
  for (const row of entries) {
    const there = answers.find((one) => one.page === row[field.id]);
    if (there) there.rank = rank.entry;
    else answers.push({ page: row[field.id], score: 0, places: [], phrases: [], hits: 0, rank: rank.entry });
  }
  const people = new Set(units.flatMap((unit) => unit.names).map((name) => t.people.indexOf(name[0])).filter((one) => one >= 0));
  for (const one of answers) {
    const row = t.rows.get(one.page);
    if (people.size && one.rank === rank.phrase && row[field.people].some((person) => people.has(person))) one.rank = rank.person;
  }
  const isSession = (one) => ["session", "host"].includes(t.rows.get(one.page)[field.type]);
  answers.sort((one, two) => one.rank - two.rank || Number(isSession(two)) - Number(isSession(one))
    || two.score - one.score || (t.rows.get(one.page)[field.address] < t.rows.get(two.page)[field.address] ? -1 : 1));

  return { units, answers, some, suggestions: answers.length ? [] : await suggestionsFor(units.length > 1 ? units : parts, t) };
};

// Where nothing answers: names that are nearly so, and the words that are said.
const suggestionsFor = async (units, t) => {
  const near = units.flatMap((unit) => (unit.names.length ? [] : namesNear(t.names, unit.text))).map((name) => name[0]);
  const said = [];
  if (units.length > 1) {
    for (const unit of units) if ((await pagesOfUnit(unit)).size) said.push(unit.text);
  }
  return [...new Set([...near, ...said])].slice(0, 6);
};
