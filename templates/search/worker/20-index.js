// Where each token stands. The index is in parts, each with the lists of tokens that are neighbours: generator/search/parts.py. A
// part is loaded when one of its tokens is asked for, and the table says which that is by the first token of each.
let place;                          // the address of search/

const loadPart = async (address) => {
  const response = await fetch(new URL(address, place));
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const head = bytes.indexOf(10);
  const words = new TextDecoder().decode(bytes.subarray(0, head)).split(" ");
  const lists = new Map();
  for (let number = 0, at = head + 1; number < words.length; number += 2) {
    const end = at + Number(words[number + 1]);
    lists.set(words[number], bytes.subarray(at, end));
    at = end;
  }
  return lists;
};

// A list is how far each place is from the one before it: seven bits in a byte, the lowest first, 128 where more follow.
const placesIn = (list) => {
  const places = [];
  let [at, gap, shift] = [0, 0, 0];
  for (const byte of list) {
    gap |= (byte & 127) << shift;
    if (byte > 127) shift += 7;
    else {
      at += gap;
      places.push(at);
      [gap, shift] = [0, 0];
    }
  }
  return places;
};

// Words stand before ideographs, each in the order of their UTF-16.
const isBefore = (one, two) => {
  const [left, right] = [ideograph.test(one), ideograph.test(two)];
  return left === right ? one < two : right;
};

// A segment of the index, which knows its own texts: `begins` is where each begins in it, `moved` where it begins among the rows.
const segmentOf = ({ folder, first, texts }, rowBegins) => {
  const begins = [0];
  const moved = texts?.map(([count, row]) => { begins.push(begins.at(-1) + count); return row < 0 ? -1 : rowBegins[row]; });
  const heads = first ? first.split(" ") : [];
  const parts = new Map();
  const part = (number) => {
    if (!parts.has(number)) {
      parts.set(number, loadPart(`${folder}${number}.bin`).catch((error) => { parts.delete(number); throw error; }));
    }
    return parts.get(number);
  };
  // Lists of the tokens that begin so, by token; the parts that may have them follow each other.
  const listsFrom = async (beginning) => {
    const after = heads.findIndex((head) => isBefore(beginning, head));
    const from = Math.max(0, (after < 0 ? heads.length : after) - 1);
    let to = from + 1;
    while (to < heads.length && heads[to].startsWith(beginning)) to += 1;
    const loaded = await Promise.all(heads.slice(from, to).map((_, number) => part(from + number)));
    return loaded.flatMap((lists) => [...lists].filter(([token]) => token.startsWith(beginning)));
  };
  const placesOf = (list) => {
    const places = placesIn(list);
    if (!moved) return places;
    return places.flatMap((at) => {
      const text = pageAt(begins, at);
      return moved[text] < 0 ? [] : [moved[text] + at - begins[text]];
    });
  };
  return { listsFrom, placesOf };
};

// What a word of a query stands for: a token; a word that is longer, or still being written, for all that begin with its stem; an
// ideograph alone for every pair that begins with it.
const isWanted = (word) => {
  if (word.endsWith("_") || (ideograph.test(word) && [...word].length > 1)) return { beginning: word, wanted: (token) => token === word };
  if (ideograph.test(word)) return { beginning: word, wanted: () => true };
  const stem = stemOf(word);
  return { beginning: stem.replace(/(?<=..)[eiy]$/u, ""), wanted: (token) => token.startsWith(word) || stemOf(token).startsWith(stem) };
};

// The places of a word, ascending, counted over all pages.
const known = new Map();
const placesOf = (word, index) => {
  if (!known.has(word)) {
    const { beginning, wanted } = isWanted(word);
    const places = Promise.all(index.map(async ({ listsFrom, placesOf: its }) => (await listsFrom(beginning))
      .filter(([token]) => wanted(token)).map(([, list]) => its(list))))
      .then((found) => {
        const lists = found.flat();
        return lists.length === 1 ? lists[0] : lists.flat().sort((one, two) => one - two);
      });
    known.set(word, places.catch((error) => { known.delete(word); throw error; }));
  }
  return known.get(word);
};

// Where a phrase begins. Pairs of ideographs overlap: every second one and the last cover it, and fewer are loaded.
const beginningsOf = async ({ asked }, index) => {
  const needed = asked.filter((one, number) => {
    const [before, after] = [asked[number - 1], asked[number + 1]];
    const between = one.pair && before?.pair && after?.pair && before.place === one.place - 1 && after.place === one.place + 1;
    return !between || (one.place - one.runPlace) % 2 === 0;
  });
  const each = await Promise.all(needed.map(({ word }) => placesOf(word, index)));
  if (!each.length || each.some((places) => !places.length)) return [];
  const sets = each.map((places) => new Set(places));
  const rarest = each.reduce((best, places, number) => (places.length < each[best].length ? number : best), 0);
  return each[rarest].map((at) => at - needed[rarest].place).filter((start) => needed.every((one, number) => sets[number].has(start + one.place)));
};
