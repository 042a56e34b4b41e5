// What is shown of a page: its best paragraphs, of each the sentence with the words marked, and the link that leads there.
const sentenceEnd = /[。！？!?…]+[”’」』）)"']*|\.+["')”’]*(?=\s|$)/gu;
const clauseEnd = /[，、；：,;:—]+["”’」』）)]*\s*/gu;
const clauseMarks = /[，、；：。！？…,;:.!?—“”‘’「」『』《》（）()[\]"\n]/u;

const boundaries = (text, pattern) => [0, ...[...text.matchAll(pattern)].map((one) => one.index + one[0].length), text.length];

// The stretch of a text around a span: the sentence, with the next one if it is short, cut at a clause if it is long.
const stretchAround = (text, [start, end]) => {
  const wide = ideograph.test(text) ? 1 : 2.2;     // letters are narrower
  const [few, most] = [22 * wide, 92 * wide];
  const sentences = boundaries(text, sentenceEnd);
  let number = sentences.findLastIndex((at) => at <= start);
  let [from, to] = [sentences[number], sentences.find((at) => at >= end && at > start) ?? text.length];
  if (to - from < few && sentences.includes(to)) to = sentences.find((at) => at > to) ?? to;
  if (to - from < few && number > 0) from = sentences[number -= 1];
  if (to - from <= most) return [from, to];
  const clauses = boundaries(text, clauseEnd).filter((at) => at > from && at < to);
  const room = (most - (end - start)) / 2;
  const near = (at) => /\s/u.test(text[at] ?? " ") || ideograph.test(text[at] ?? "");
  if (start - from > room) {
    from = clauses.find((at) => at >= start - room && at <= start) ?? Math.round(start - room);
    while (from < start && !near(from) && !near(from - 1)) from += 1;
  }
  const limit = Math.max(end, Math.round(from + most));
  if (to > limit) {
    to = clauses.findLast((at) => at <= limit && at >= end) ?? limit;
    while (to > end && !near(to) && !near(to - 1)) to -= 1;
  }
  return [from, to];
};

// Of a text with several words, the one around which most of them are shown.
const bestSpan = (text, spans, units) => {
  let best = spans[0];
  let most = 0;
  for (const span of spans.slice(0, 40)) {
    const [from, to] = stretchAround(text, span);
    const count = new Set(spans.filter(([start, end]) => start >= from && end <= to).map((one) => units.get(one))).size;
    if (count > most) [best, most] = [span, count];
  }
  return best;
};

const merged = (spans) => {
  const whole = [];
  for (const [start, end] of [...spans].sort((one, two) => one[0] - two[0])) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
};
// A text in pieces, every second of them marked: ["", "marked", " and not"].
const piecesOf = (text, spans, from = 0, to = text.length) => {
  const pieces = [];
  let at = from;
  for (const [start, end] of merged(spans).filter(([first, last]) => last > from && first < to)) {
    pieces.push(text.slice(at, Math.max(start, from)), text.slice(Math.max(start, from), Math.min(end, to)));
    at = Math.min(end, to);
  }
  pieces.push(text.slice(at, to));
  const first = pieces[0].trimStart();
  pieces[0] = from > 0 && !/[。！？!?.…]["”’」』）)']*\s*$/u.test(text.slice(0, from)) ? `…${first}` : first;
  pieces.push(`${pieces.pop().trimEnd()}${to < text.trimEnd().length && !/[。！？!?.…]["”’」』）)']*\s*$/u.test(text.slice(0, to)) ? "…" : ""}`);
  return pieces;
};

// Browsers find words of a text fragment only where words begin and end. In Chinese nobody agrees where that is but at
// punctuation, so the clause is named; elsewhere the words, with those around them.
const encoded = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
const directive = (text, [start, end]) => {
  if (ideograph.test(text.slice(start, end))) {
    let [from, to] = [start, end];
    while (from > 0 && !clauseMarks.test(text[from - 1])) from -= 1;
    while (to < text.length && !clauseMarks.test(text[to])) to += 1;
    const clause = text.slice(from, to).trim();
    return clause.length <= 120 ? `:~:text=${encoded(clause)}` : "";
  }
  const before = text.slice(0, start).match(/(\S+\s+){1,3}$/u)?.[0].trim();
  const after = text.slice(end).match(/^[^\s\p{L}\p{N}]*(\s+\S+){1,3}/u)?.[0].trim();
  return `:~:text=${before ? `${encoded(before)}-,` : ""}${encoded(text.slice(start, end))}${after ? `,-${encoded(after)}` : ""}`;
};

const clock = (seconds) => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
};

// The rows of a text with where their tokens begin in the page.
const cutRows = (text) => {
  let at = 0;
  text.cut ??= text.rows.map(([mark, seconds, speaker, words]) => {
    const tokens = tokensOf(words);
    const row = { mark, seconds, speaker, words, tokens, first: at };
    at += tokens.length;
    return row;
  });
  return text.cut;
};

const passagesOf = async (answer, row) => {
  const text = await textOf(row);
  const rows = cutRows(text);
  const byRow = rows.map(() => ({ spans: [], units: new Map(), phrases: 0 }));
  const rowAt = (position) => rows.findLastIndex((one) => one.first <= position && position < one.first + one.tokens.length);
  const spanOf = (one, { at, length }) => {
    const tokens = one.tokens.slice(at - one.first, at - one.first + length);
    return [tokens[0].start, tokens.at(-1).end];
  };
  for (const place of answer.places) {
    const number = rowAt(place.at);
    if (number < 0) continue;
    const span = spanOf(rows[number], place);
    byRow[number].spans.push(span);
    byRow[number].units.set(span, place.unit);
  }
  // The words together are what the sentence is chosen by, where they stand together.
  for (const phrase of answer.phrases) {
    const number = rowAt(phrase.at);
    if (number < 0) continue;
    byRow[number].phrases += 1;
    byRow[number].best ??= spanOf(rows[number], phrase);
  }
  const weight = ({ phrases, units, spans }) => (phrases ? 100 : 0) + new Set(units.values()).size * 10 + Math.min(9, spans.length);
  // Of an entry, names and forms of names are no sentences.
  const sentence = (words) => /[。！？；，.!?;,]/u.test(words) || words.length > 40;
  const shown = byRow
    .map((one, number) => ({ ...one, number, weight: weight(one) }))
    // The title is shown above, and so are the people of a session.
    .filter((one) => one.spans.length && one.number > 0 && (isSession(row) || sentence(rows[one.number].words)) && !(one.number === 1 && row[field.people].length && !rows[1].mark && rows[1].speaker === -1));
  const full = shown.some((one) => one.phrases) ? shown.filter((one) => one.phrases) : shown;
  full.sort((one, two) => two.weight - one.weight || one.number - two.number);
  const places = full.map((one) => {
    const { mark, seconds, speaker, words } = rows[one.number];
    const span = one.best ?? bestSpan(words, one.spans, one.units);
    const [from, to] = stretchAround(words, span);
    const fragment = `${mark}${directive(words, span)}`;
    return {
      time: seconds === null ? "" : clock(seconds),
      who: speaker >= 0 ? text.speakers[speaker] : "",
      heading: speaker === -2,
      pieces: piecesOf(words, one.spans, from, to),
      address: `${row[field.address]}${fragment ? `#${fragment}` : ""}`,
    };
  });
  const best = places.slice(0, 3).map((place, number) => [full[number].number, place]).sort((one, two) => one[0] - two[0]).map(([, place]) => place);
  const definition = rows.slice(1).find((one) => sentence(one.words));
  return {
    lang: text.lang,
    title: piecesOf(rows[0].words, byRow[0].spans),
    places: [...best, ...places.slice(3, 40)],
    about: !places.length && definition && !isSession(row)
      ? piecesOf(definition.words, [], ...stretchAround(definition.words, [0, 0])) : null,
  };
};
