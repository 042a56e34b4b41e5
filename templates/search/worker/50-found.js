// Which pages answer a query, and how well: as the words stand together in a title, for whom or what is called so, together in
// the text, near each other, anywhere in the page; and, only where nothing has them all, most of them. A page is its row in
// sessions.json.
const rank = { entry: 0, title: 1, person: 2, phrase: 3, near: 4, all: 5, some: 6 };
const nearBy = 12;                  // tokens between the first and the last word
const titleWeight = 4;

const pageAt = (begins, at) => {
  let [low, high] = [0, begins.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (begins[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
};
const titleLengthOf = (row) => row.titleLength ??= tokensOf(row[field.title]).length;

// BM25 (Robertson and Zaragoza 2009) with hits in a title counted several times. Sessions are long among sessions: the many
// terms and people are a few lines each. Length counts less than usual, since who speaks longer of something says more of it.
const lengthCounts = 0.4;
const meanLength = (t) => {
  const lengths = t.rows.filter(isSession).map((row) => row[field.tokens]);
  return lengths.reduce((sum, one) => sum + one, 0) / lengths.length || 1;
};
const scored = (found, t) => {
  const mean = t.mean ??= meanLength(t);
  const rare = Math.log(1 + (t.rows.length - found.size + 0.5) / (found.size + 0.5));
  for (const [page, one] of found) {
    const title = titleLengthOf(t.rows[page]);
    const weight = one.places.reduce((sum, { at }) => sum + (at < title ? titleWeight : 1), 0);
    one.score = rare * weight * 2.2 / (weight + 1.2 * (1 - lengthCounts + lengthCounts * t.rows[page][field.tokens] / mean));
  }
  return found;
};

// Page -> {score, places: [{at, length}]} of a word in any of its forms; `at` counts within the page.
const pagesOfUnit = async (unit, t) => {
  const found = new Map();
  const all = await Promise.all(unit.phrases.map(async (phrase) => [phrase, await beginningsOf(phrase, t.index)]));
  for (const [{ length }, beginnings] of all) {
    for (const start of beginnings) {
      const page = pageAt(t.begins, start);
      if (start < 0 || start + length > t.begins[page + 1]) continue;
      if (!found.has(page)) found.set(page, { score: 0, places: [] });
      found.get(page).places.push({ at: start - t.begins[page], length });
    }
  }
  for (const one of found.values()) {
    one.places.sort((first, second) => first.at - second.at || second.length - first.length);
    one.places = one.places.filter((here, number) => !number || here.at !== one.places[number - 1].at);
  }
  return scored(found, t);
};

// Where words follow each other as they were asked.
const together = (each) => each.slice(1).reduce((chains, places) => {
  const lengths = new Map(places.map((one) => [one.at, one.length]));
  return chains.filter((chain) => lengths.has(chain.at + chain.length))
    .map((chain) => ({ at: chain.at, length: chain.length + lengths.get(chain.at + chain.length) }));
}, each[0]);
// The stretches that hold every word within a few tokens, none within another.
const closeTo = (each) => {
  const all = each.flatMap((places, unit) => places.map((one) => ({ ...one, unit }))).sort((one, two) => one.at - two.at);
  const last = new Map();
  let stretches = 0;
  for (const one of all) {
    last.set(one.unit, one.at);
    if (last.size < each.length || one.at - Math.min(...last.values()) > nearBy * (each.length - 1)) continue;
    stretches += 1;
    last.clear();
  }
  return stretches;
};

const answerOf = (page, found, t) => {
  const each = found.map((pages) => pages.get(page)?.places ?? []);
  const whole = each.every((these) => these.length);
  const score = found.reduce((sum, pages) => sum + (pages.get(page)?.score ?? 0), 0);
  const places = each.flatMap((these, unit) => these.map((one) => ({ ...one, unit })));
  const phrases = whole ? together(each) : [];
  const close = whole && !phrases.length ? closeTo(each) : 0;
  const row = t.rows[page];
  const titleLength = titleLengthOf(row);
  // What is no session is named by the whole of its title: a part of it is in the titles of ever so many terms.
  const wholeTitle = phrases.some((one) => one.at === 0 && one.length === titleLength);
  const title = wholeTitle || (isSession(row) && phrases.some((one) => one.at + one.length <= titleLength));
  const its = phrases.length ? (title ? rank.title : rank.phrase) : (close ? rank.near : rank.all);
  return { page, score, places, phrases, hits: phrases.length || close || 1, wholeTitle, rank: whole ? its : rank.some };
};

const answersTo = async (units, t) => {
  const found = await Promise.all(units.map((unit) => pagesOfUnit(unit, t)));
  const least = found.reduce((one, two) => (two.size < one.size ? two : one));
  const pages = [...least.keys()].filter((page) => found.every((these) => these.has(page)));
  return { answers: pages.map((page) => answerOf(page, found, t)), found };
};

// Pages with more than half of the words, those with the most of them first.
const mostOf = (found, t) => {
  const counts = new Map();
  for (const these of found) for (const page of these.keys()) counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts].filter(([, count]) => count * 2 > found.length).map(([page, count]) => {
    const one = answerOf(page, found, t);
    return { ...one, score: one.score + count * 1000 };
  });
};

// The pages of whom or what the query names, and of what begins so while it is being written.
const entriesOf = (units, t) => {
  if (units.length !== 1) return [];
  const [{ names, text }] = units;
  const meant = names.length || ideograph.test(text) ? names : namesBegun(t.names, text);
  return [...new Set(meant.map((name) => name[1]).filter((row) => row >= 0))];
};

// Whether a title is the query in another form: hallucinating, hallucination. (Data and dataset are not.)
const sameWords = (query, title) => {
  const [one, two] = [folded(query), folded(title)];
  let same = 0;
  while (same < one.length && one[same] === two[same]) same += 1;
  return same * 4 >= Math.max(one.length, two.length) * 3;
};

// Everything that answers a query, the best first.
const allAnswers = async (query) => {
  const t = await tables();
  const units = unitsOf(t.names, query);
  if (!units.length) return { units, answers: [], some: false, suggestions: [] };
  const { answers, found } = await answersTo(units, t);

  // Chinese is written without spaces: what nobody says as it was asked may be several words.
  const parts = units.flatMap((unit) => (unit.names.length ? [unit] : partsOf(unit.text).map((text) => unitOf(t.names, text))))
    .filter((one) => one.phrases.length);
  let inParts = found;
  if (parts.length > units.length) {
    const more = await answersTo(parts, t);
    const had = new Set(answers.map((one) => one.page));
    inParts = more.found;
    answers.push(...more.answers.filter((one) => !had.has(one.page)).map((one) => ({ ...one, rank: Math.max(one.rank, rank.near) })));
  }
  const some = !answers.length && parts.length > 2;
  if (some) answers.push(...mostOf(inParts, t));

  for (const page of entriesOf(units, t)) {
    const there = answers.find((one) => one.page === page);
    if (there) there.rank = rank.entry;
    else answers.push({ page, score: 0, places: [], phrases: [], hits: 0, rank: rank.entry });
  }
  for (const one of answers) {
    if (one.wholeTitle && !isSession(t.rows[one.page]) && sameWords(query, t.rows[one.page][field.title])) one.rank = rank.entry;
  }
  const called = new Set(units.flatMap((unit) => unit.names).map((name) => name[0]));
  for (const one of answers) {
    if (one.rank === rank.phrase && t.rows[one.page][field.people].some((person) => called.has(t.people[person]))) one.rank = rank.person;
  }
  // Who asks for a person wants what was said.
  const unsaid = ({ page, rank: its }) => Number(its === rank.person && t.rows[page][field.language] < 0);
  answers.sort((one, two) => one.rank - two.rank || unsaid(one) - unsaid(two) || Number(isSession(t.rows[two.page])) - Number(isSession(t.rows[one.page]))
    || two.score - one.score || one.page - two.page);
  return {
    units, answers, some: some && answers.length > 0,
    suggestions: answers.length ? [] : await suggestionsFor(units.length > 1 ? units : parts, t),
  };
};

// Where nothing answers: names that are nearly so, and the words that are said.
const suggestionsFor = async (units, t) => {
  const near = units.flatMap((unit) => (unit.names.length ? [] : namesNear(t.names, unit.text))).map((name) => name[0]);
  const said = [];
  if (units.length > 1) for (const unit of units) if ((await pagesOfUnit(unit, t)).size) said.push(unit.text);
  return [...new Set([...near, ...said])].slice(0, 6);
};
