// Search: a button, `/` and Ctrl or Cmd with K open it. Nothing of it is loaded before. Without script, and in a new tab, the
// button is a link to the page of the search, where it stands in the text.
const module = new URL("search.js", document.currentScript.src).href;
let loading;
const search = (link) => {
  loading ??= import(module).then(({ makeSearch }) => makeSearch(link)).catch((error) => { loading = undefined; throw error; });
  return loading;
};

each("[data-fp=search]", (link) => {
  const here = document.querySelector("[data-fp=search-here]");
  // Should the script not come, the page of the search says what to do.
  const open = () => search(link).then((one) => one.open()).catch(() => { if (!here) location.href = link.href; });
  link.setAttribute("role", "button");
  if (!here) link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });
  const writes = (one) => one.isContentEditable || one.matches("input, textarea, select");
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !writes(event.target);
    const letter = event.key.toLowerCase() === "k" && !event.shiftKey && event.ctrlKey !== event.metaKey && !writes(event.target);
    if (!slash && !letter) return;
    if (document.querySelector("dialog[open]:not(.fp-search)")) return;
    event.preventDefault();
    open();
  });
  // On its own page the search is there at once; anywhere else it comes back to who comes back from a hit.
  if (here) search(link).then((one) => one.showIn(here)).catch(() => { here.textContent = link.dataset.failed; });
  else if (history.state?.search) open();
});
