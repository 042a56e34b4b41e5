// The page asks, this answers: {id, query, chosen, from, to} -> {id, ...}. The place of search/ comes with the first message.
const lastAnswers = { query: null, found: null };
const answersFor = (query) => {
  if (lastAnswers.query !== query) {
    lastAnswers.query = query;
    lastAnswers.found = allAnswers(query).catch((error) => { lastAnswers.query = null; throw error; });
  }
  return lastAnswers.found;
};

const groupOf = async (answer, t) => {
  const row = t.rows[answer.page];
  const type = row[field.type];
  const facts = isSession(row)
    ? [row[field.people].map((one) => t.people[one]).join(t.words.and), row[field.forum] < 0 ? "" : t.forums[row[field.forum]], t.dates[row[field.date]] ?? row[field.date],
      row[field.kind] < 0 ? "" : t.kinds[row[field.kind]]]
    : [t.words[`one_${type}`], row[field.facts]];
  return { type, entry: answer.rank === rank.entry, address: row[field.address], hits: answer.hits, facts: facts.filter(Boolean), ...await passagesOf(answer, row) };
};

const answer = async ({ query, chosen = {}, from = 0, to = 10 }) => {
  const [t, { answers, some, units, suggestions }] = await Promise.all([tables(), answersFor(query)]);
  const rows = answers.map((one) => t.rows[one.page]);
  const fitting = answers.filter((one) => fits(t.rows[one.page], chosen));
  const sessions = fitting.filter((one) => isSession(t.rows[one.page]));
  return {
    words: t.words,
    asked: units.length,
    // Who wrote a name otherwise is told how it is written here.
    names: [...new Set(units.filter((unit) => unit.names.length && !unit.names.some((name) => squeezed(folded(name[0])) === squeezed(folded(unit.text))))
      .flatMap((unit) => unit.names.map((name) => name[0])))],
    some,
    suggestions,
    total: answers.length,
    fitting: fitting.length,
    hits: sessions.reduce((sum, one) => sum + one.hits, 0),
    sessions: sessions.length,
    facets: countsOf(t, rows, chosen),
    groups: await Promise.all(fitting.slice(from, to).map((one) => groupOf(one, t))),
  };
};

addEventListener("message", async ({ data }) => {
  place ??= new URL(data.place);
  try {
    postMessage({ id: data.id, ...await answer(data) });
  } catch (error) {
    postMessage({ id: data.id, failed: String(error) });
  }
});
