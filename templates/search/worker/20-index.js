// Pagefind as a list of where each token stands. It is asked for one token at a time; what is made of the places - phrases, which
// page they are in, how well a page answers - is worked out here, and so phrases are exact.
let place;                          // the address of search/
let pagefind;
const openIndex = async () => {
  const found = await import(new URL("pagefind.js", place).href);
  await found.options({ basePath: place.pathname });
  await found.init();
  return found;
};
const lookUp = async (query) => {
  pagefind ??= openIndex().catch((error) => { pagefind = undefined; throw error; });
  const { results } = await (await pagefind).search(query);
  return results;
};

// Unquoted, Pagefind finds what begins with a token, with every place; and if nothing does, what the token begins with, which
// nobody asked for. Quoted, it finds the token as it is, but its first place only. So it is asked whether the token is there; a
// word that is not may still be being written, and then what begins with it is not what is found for a word that cannot be.
const never = "qzxq";
const same = (one, two) => one.length === two.length
  && one.every((volume, number) => volume.id === two[number].id && volume.words.length === two[number].words.length);
const lookUpToken = async (word) => {
  const han = ideograph.test(word);
  const found = await lookUp(word);
  if (!found.length || (han && [...word].length === 1) || (await lookUp(`"${word}"`)).length) return found;
  return han || word.endsWith("_") || same(found, await lookUp(word + never)) ? [] : found;
};

// The places of a token, ascending, counted over all pages: those of a volume begin where those of the one before it end.
const known = new Map();
const placesOf = (word, volumes) => {
  if (!known.has(word)) {
    const places = lookUpToken(word).then((found) => found
      .flatMap(({ id, words }) => (volumes.has(id) ? Array.from(words, (one) => one + volumes.get(id)) : []))
      .sort((one, two) => one - two));
    known.set(word, places.catch((error) => { known.delete(word); throw error; }));
  }
  return known.get(word);
};

// Where a phrase begins. Pairs of ideographs overlap: every second one and the last cover it, and fewer are loaded.
const beginningsOf = async ({ asked }, volumes) => {
  const needed = asked.filter((one, number) => {
    const [before, after] = [asked[number - 1], asked[number + 1]];
    const between = one.pair && before?.pair && after?.pair && before.place === one.place - 1 && after.place === one.place + 1;
    return !between || (one.place - one.runPlace) % 2 === 0;
  });
  const each = await Promise.all(needed.map(({ word }) => placesOf(word, volumes)));
  if (!each.length || each.some((places) => !places.length)) return [];
  const sets = each.map((places) => new Set(places));
  const rarest = each.reduce((best, places, number) => (places.length < each[best].length ? number : best), 0);
  return each[rarest].map((at) => at - needed[rarest].place).filter((start) => needed.every((one, number) => sets[number].has(start + one.place)));
};
