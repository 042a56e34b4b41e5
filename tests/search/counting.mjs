// Asks an index as a browser does, without one: node counting.mjs WORKER FOLDER WORD... prints where each word begins, by what
// templates/search/worker/ holds. With an empty FOLDER, the stem of each word.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [worker, folder, ...words] = process.argv.slice(2);
globalThis.fetch = async (address) => {
  const bytes = await readFile(address);
  return { ok: true, arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
};
const parts = await Promise.all(["10-cut", "15-stem", "20-index"].map((name) => readFile(`${worker}/${name}.js`, "utf8")));
const pageAt = (await readFile(`${worker}/50-found.js`, "utf8")).match(/^const pageAt = [^]*?^\};/m)[0];
const make = new Function("address", `${parts.join("\n")}\n${pageAt}\nplace = address;
  return { stemOf, learnScripts, segmentOf, phraseOf, beginningsOf };`);
const rule = make(folder ? pathToFileURL(`${folder}/`) : null);
const found = {};
if (folder) {
  const { rows, index } = JSON.parse(await readFile(`${folder}/sessions.json`, "utf8"));
  rule.learnScripts(JSON.parse(await readFile(`${folder}/characters.json`, "utf8")));
  const begins = [0];
  for (const row of rows) begins.push(begins.at(-1) + row.at(-1));
  const segments = index.map((one) => rule.segmentOf(one, begins));
  for (const word of words) found[word] = await rule.beginningsOf(rule.phraseOf(word), segments);
} else for (const word of words) found[word] = rule.stemOf(word);
console.log(JSON.stringify(found));
