// Colour scheme: the system's, until the reader says otherwise; saying the system's own again forgets the choice.
const key = "fp-scheme";
const system = matchMedia("(prefers-color-scheme: dark)");
const chosen = kept.get(key);
if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

const schemeButton = (button) => {
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    const wanted = dark() ? "light" : "dark";
    if ((wanted === "dark") === system.matches) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    kept.set(key, root.dataset.scheme);
    show();
  });
  system.addEventListener?.("change", show);
  show();
};
each("[data-fp=scheme]", schemeButton);
