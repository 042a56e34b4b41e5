// What a reader means: words, each with all the ways in which the text may say it.
const breaks = /[\s,，、;；]+/u;
const squeezed = (text) => text.replace(/ /g, "");

// Every way to ask for a name leads to the name; with and without spaces is the same.
let waysOf;
const ways = (names) => {
  if (waysOf) return waysOf;
  waysOf = new Map();
  for (const name of names) {
    for (const way of name[2]) {
      const key = squeezed(way);
      if (!key) continue;
      if (!waysOf.has(key)) waysOf.set(key, []);
      waysOf.get(key).push(name);
    }
  }
  return waysOf;
};
const namesAsked = (names, text) => [...new Set(ways(names).get(squeezed(folded(text))) ?? [])];

// Names that begin so: while a reader is still writing one. Two ideographs or three letters say enough.
const namesBegun = (names, text) => {
  const key = squeezed(folded(text));
  if (key.length < (ideograph.test(key) ? 2 : 3)) return [];
  return names.filter((name) => name[2].some((way) => squeezed(way).startsWith(key))).slice(0, 5);
};

// Names that are nearest to a word which nobody is called by: one letter wrong in four.
const distance = (one, two, most) => {
  const [a, b] = [[...one], [...two]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = b.map((_, number) => number + 1);
  a.forEach((left, i) => {
    let corner = i;
    let before = i + 1;
    row = b.map((right, j) => {
      const now = Math.min(row[j] + 1, before + 1, corner + (left === right ? 0 : 1));
      corner = row[j];
      before = now;
      return now;
    });
  });
  return row.at(-1) ?? a.length;
};
const namesNear = (names, text) => {
  const key = squeezed(folded(text));
  const most = ideograph.test(key) ? Number([...key].length > 1) : Math.floor(key.length / 4);
  if (!most) return [];
  const near = [];
  for (const name of names) {
    const best = Math.min(...name[2].map((way) => distance(key, squeezed(way), most)));
    if (best <= most) near.push([best, name]);
  }
  return near.sort((one, two) => one[0] - two[0]).slice(0, 3).map(([, name]) => name);
};

// A word: its phrases, and the names that it stands for.
const unitOf = (names, text) => {
  const meant = namesAsked(names, text);
  const forms = new Set([text, ...meant.flatMap((name) => name[3])]);
  return { text, names: meant, phrases: [...forms].map(phraseOf).filter((one) => one.asked.length) };
};

// A query is what stands between its spaces; words that are a name together are one.
const unitsOf = (names, query) => {
  const words = query.normalize("NFKC").replace(/["“”「」『』«»]/gu, " ").split(breaks).filter(Boolean);
  const units = [];
  for (let start = 0; start < words.length;) {
    let end = Math.min(words.length, start + 4);
    while (end > start + 1 && !namesAsked(names, words.slice(start, end).join(" ")).length) end -= 1;
    units.push(unitOf(names, words.slice(start, end).join(" ")));
    start = end;
  }
  return units.filter((one) => one.phrases.length);
};

// A run of Chinese that nobody says as it stands, in the words that it is made of. Single ideographs among them say too
// little, but several in a row are a word that the browser does not know.
const ideographs = new RegExp(`^${ideograph.source}+$`, "u");
const hanRun = new RegExp(`(${ideograph.source}+)`, "u");
const nameWithin = (text) => {
  const characters = [...text];
  for (let length = Math.min(10, characters.length - 1); length > 1; length -= 1) {
    for (let start = 0; start + length <= characters.length; start += 1) {
      const middle = characters.slice(start, start + length).join("");
      if (ideographs.test(middle) && waysOf.has(folded(middle))) {
        return [characters.slice(0, start).join(""), middle, characters.slice(start + length).join("")];
      }
    }
  }
  return null;
};
const partsOf = (text) => {
  const parts = [];
  // Names are known better here than in the browser's dictionary.
  const named = nameWithin(text);
  if (named) return [...(named[0] ? partsOf(named[0]) : []), named[1], ...(named[2] ? partsOf(named[2]) : [])];
  const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
  for (const run of text.split(hanRun).filter((one) => kindOf(foldedOne([...one][0] ?? " ")[0] ?? " "))) {
    const characters = [...run];
    if (!ideograph.test(run) || characters.length < 4) {
      parts.push(run);
      continue;
    }
    const words = segmenter ? [...segmenter.segment(run)].map((one) => one.segment) : (run.match(/..?/gsu) ?? []);
    const joined = [];
    let before = false;
    for (const word of words) {
      const single = [...word].length === 1;
      const said = !single || !/[的了在是和与地得吗呢吧啊么]/u.test(foldedOne(word));
      if (single && before && said) joined[joined.length - 1] += word;
      else if (said) joined.push(word);
      before = single && said;
    }
    const several = joined.filter((word) => [...word].length > 1);
    parts.push(...(several.length ? several : [run]));
  }
  return parts;
};
