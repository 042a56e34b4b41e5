// What asks the worker. Only the latest question matters: answers to earlier ones are dropped.
const asking = (place) => {
  let worker;
  let number = 0;
  const waiting = new Map();
  const failAll = () => {
    for (const [, { reject }] of waiting) reject(new Error("the search could not be loaded"));
    waiting.clear();
    worker?.terminate();
    worker = undefined;
  };
  const start = () => {
    worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("error", failAll);
    worker.addEventListener("message", ({ data }) => {
      const { resolve, reject } = waiting.get(data.id) ?? {};
      waiting.delete(data.id);
      if (data.failed) reject?.(new Error(data.failed));
      else resolve?.(data);
    });
  };
  return (question) => new Promise((resolve, reject) => {
    if (!worker) start();
    number += 1;
    waiting.set(number, { resolve, reject });
    worker.postMessage({ id: number, place, ...question });
  });
};
