// Pagefind, one token at a time: which pages hold it and at which positions. All that is made of these is worked out here, so
// that what is asked together costs no more than what is asked one by one, and phrases are exact.
let place;                          // the address of search/
let pagefind;
const asked = new Map();

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

// Page -> {score, at}. Unquoted, Pagefind finds what begins with a token, with every position; and if nothing does, what the token
// begins with, which nobody asked for. Quoted it finds the token as it is, but its first position only. So: a lone ideograph is
// asked for by what begins with it; a pair only as it is; a word as it is or, while it is being written, by its beginning, and
// a short one, which begins too many others, only where it stands as it is.
const never = "qzxq";
const samePages = (one, two) => one.length === two.length && one.every((page, number) => page.id === two[number].id);
const lookUpWord = async (word) => {
  const han = ideograph.test(word);
  if (han && [...word].length === 1) return lookUp(word);
  const [found, exact] = await Promise.all([lookUp(word), lookUp(`"${word}"`)]);
  if (!exact.length) return han || samePages(found, await lookUp(word + never)) ? [] : found;
  if (!han && word.length > 3) return found;
  const these = new Set(exact.map((one) => one.id));
  return found.filter((one) => these.has(one.id));
};
const pagesWith = (word) => {
  if (!asked.has(word)) {
    const pages = lookUpWord(word).then((found) => new Map(found.map((one) =>
      [one.id, { score: one.score, at: [...one.words].sort((first, second) => first - second) }])));
    asked.set(word, pages.catch((error) => { asked.delete(word); throw error; }));
  }
  return asked.get(word);
};

// Page -> {score, at}: where the tokens of a phrase stand at their distances.
const pagesWithPhrase = async (phrase) => {
  const each = await Promise.all(phrase.asked.map(({ word }) => pagesWith(word)));
  const found = new Map();
  if (!each.length) return found;
  const rarest = each.reduce((one, two) => (two.size < one.size ? two : one));
  for (const page of rarest.keys()) {
    if (!each.every((pages) => pages.has(page))) continue;
    const sets = each.map((pages) => new Set(pages.get(page).at));
    const first = phrase.asked[0].place;
    const at = each[0].get(page).at.filter((start) => phrase.asked.every((one, number) => sets[number].has(start + one.place - first)));
    if (at.length) found.set(page, { score: each.reduce((sum, pages) => sum + pages.get(page).score, 0), at });
  }
  return found;
};
