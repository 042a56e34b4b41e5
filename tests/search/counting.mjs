// Asks an index as a browser does, without one: node counting.mjs FOLDER LANGUAGE TOKEN... prints the places of each token.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, language, ...tokens] = process.argv.slice(2);
const place = pathToFileURL(`${folder}/`);
globalThis.fetch = async (address) => {
  const bytes = await readFile(new URL(String(address).split("?")[0], place));
  return { ok: true, arrayBuffer: async () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), json: async () => JSON.parse(bytes.toString()) };
};
const pagefind = await import(new URL("pagefind.js", place).href);
await pagefind.options({ basePath: place.pathname });
await pagefind.init(language);
const found = {};
for (const token of tokens) {
  const { results } = await pagefind.search(token);
  found[token] = Object.fromEntries(results.map((one) => [one.id, one.words]));
}
console.log(JSON.stringify(found));
