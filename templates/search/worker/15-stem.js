// The stem of an English word: what is left of it without its endings, so that each form finds the others. The algorithm is
// Porter's second (https://snowballstem.org/algorithms/english/stemmer.html), with few of its exceptions.
const lookUpEnding = (word, endings) => {
  for (let length = 7; length; length -= 1) {
    const ending = word.slice(-length);
    if (word.length > length && Object.hasOwn(endings, ending)) return [word.slice(0, -length), ending];
  }
  return [word, ""];
};
const endingsOf = (text) => Object.fromEntries(text.split(" ").map((one) => one.split(":")).map(([ending, by]) => [ending, by]));
const second = endingsOf("tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate alism:al aliti:al "
  + "alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogi:og ogist:og fulli:ful lessli:less li:");
const third = endingsOf("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");
const fourth = endingsOf("al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:");
const shortEnd = /(^|[^aeiouy])[aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;

const unchanged = /^(atlas|bias|early|evening|news|only|sky)$/;

const stems = new Map();
const stemmed = (whole) => {
  let word = whole.replace(/(^|[aeiouy])y/g, "$1Y");
  const after = (from) => {
    const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : Infinity;
  };
  const first = /^(arsen|commun|emerg|gener|inter|later|organ|univers)/.exec(word)?.[0].length ?? after(0);
  const inner = Number.isFinite(first) ? after(first) : Infinity;
  const replaced = (endings, region, allowed = () => true) => {
    const [start, ending] = lookUpEnding(word, endings);
    if (ending && start.length >= region(ending) && allowed(start, ending)) word = start + endings[ending];
  };

  if (/sses$/.test(word)) word = word.slice(0, -2);
  else if (/ie[ds]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (/[aeiouy].+s$/.test(word) && !/[us]s$/.test(word)) word = word.slice(0, -1);

  const [start, ending] = lookUpEnding(word, { eed: "", eedly: "", ed: "", edly: "", ing: "", ingly: "" });
  if (ending.startsWith("eed")) {
    if (start.length >= first && !/^(exc|proc|succ)$/.test(start)) word = `${start}ee`;
  } else if (ending && /[aeiouy]/.test(start)) {
    word = start;
    if (/(at|bl|iz)$/.test(word)) word += "e";
    else if (/[^aeo]([bdfgmnprt])\1$|..([bdfgmnprt])\2$/.test(word)) word = word.slice(0, -1);
    else if (word.length <= first && shortEnd.test(word)) word += "e";
  }
  word = word.replace(/(.[^aeiouy])[yY]$/, "$1i");

  replaced(second, () => first, (before, its) => (its !== "ogi" || before.endsWith("l")) && (its !== "li" || /[cdeghkmnrt]$/.test(before)));
  replaced(third, (its) => (its === "ative" ? inner : first));
  replaced(fourth, () => inner, (before, its) => its !== "ion" || /[st]$/.test(before));
  const last = word.length - 1;
  if (word.endsWith("e") && (last >= inner || (last >= first && !shortEnd.test(word.slice(0, -1))))) word = word.slice(0, -1);
  else if (word.endsWith("ll") && last >= inner) word = word.slice(0, -1);
  return word.toLowerCase();
};
const stemOf = (word) => {
  if (!/^[a-z]{3,}$/.test(word) || unchanged.test(word)) return word;
  if (!stems.has(word)) stems.set(word, stemmed(word));
  return stems.get(word);
};
