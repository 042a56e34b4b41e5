// How text is cut into what is looked up: the rule of generator/search/separation.py, which explains it. Both are held to the
// examples in tests/search/separation.json.
const ideograph = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
const digit = /\p{Nd}/u;
const counted = /[\p{L}\p{N}]/u;
const marks = /\p{M}/gu;

const scripts = new Map();          // every form of an ideograph -> the one that stands for all, once the table is there
const learnScripts = ({ from, to }) => {
  const main = [...to];
  [...from].forEach((one, number) => scripts.set(one, main[number]));
};
const foldedOne = (character) => [...character.normalize("NFKD").replace(marks, "").toLowerCase().replace(marks, "")]
  .map((one) => scripts.get(one) ?? (counted.test(one) ? one : " ")).join("");
const folded = (text) => [...text].map(foldedOne).join("").replace(/ +/g, " ").trim();

const kindOf = (character) => {
  if (character === " ") return "";
  if (ideograph.test(character)) return "han";
  return digit.test(character) ? "digit" : "letter";
};

// The tokens of a text, each with where its own characters stand in it: an ideograph's token holds the next one too, which is
// a token by itself.
const tokensOf = (text) => {
  const tokens = [];
  let run = [];
  let kind = "";
  const close = () => {
    if (kind === "han") {
      run.forEach((one, number) => {
        tokens.push({ ...one, word: one.word + (run[number + 1]?.word ?? ""), first: !number, last: number > 0 && number === run.length - 1, han: true });
      });
    } else if (run.length) {
      // A word is found by what it begins with, too; digits and words of one or two letters end in a sign, since they begin too much.
      const word = run.map((one) => one.word).join("");
      tokens.push({ word: kind === "digit" || run.length <= 2 ? `${word}_` : word, start: run[0].start, end: run.at(-1).end, first: true, last: false, han: false });
    }
    run = [];
  };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const plain = foldedOne(character);
    if (!plain && run.length) run.at(-1).end = end;                // a mark belongs to the letter before it
    for (const one of plain) {
      const its = kindOf(one);
      if (its !== kind) close();
      kind = its;
      if (its) run.push({ word: one, start: at, end });
    }
    at = end;
  }
  close();
  return tokens;
};

// What of a query is asked, each with its distance from the first: the last ideograph of a run is in the token before it.
// `length` is how many tokens of a text the whole covers.
const phraseOf = (text) => {
  const tokens = tokensOf(text);
  let runPlace = 0;
  const placed = tokens.map(({ word, last, han, first }, place) => {
    if (first) runPlace = place;
    return { word, place, runPlace, last, pair: han && [...word].length > 1 };
  });
  return { asked: placed.filter((one) => !one.last), length: tokens.length };
};
