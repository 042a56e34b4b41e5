// A slide or picture opens large, over the page; its neighbours are an arrow away. Without script the link leads to the picture.
const pictures = (dialog) => {
  const image = document.createElement("img");
  const caption = dialog.querySelector("figcaption");
  const place = dialog.querySelector(".fp-acts span");
  const button = (name) => dialog.querySelector(`[data-do=${name}]`);
  const links = [...document.querySelectorAll("a.fp-picture")];
  let opener = null;
  let shown = 0;

  const show = (number) => {
    shown = number;
    const small = links[number].querySelector("img");
    for (const name of ["src", "alt", "lang", "width", "height"]) {
      const value = small.getAttribute(name);
      if (value === null) image.removeAttribute(name);
      else image.setAttribute(name, value);
    }
    caption.before(image);
    const words = links[number].closest("figure")?.querySelector("figcaption");
    caption.replaceChildren(...(words ? [...words.childNodes].map((node) => node.cloneNode(true)) : []));
    place.textContent = links.length > 1 ? dialog.dataset.place.replace("#", number + 1).replace("*", links.length) : "";
    button("previous").disabled = !number;
    button("next").disabled = number === links.length - 1;
    if (document.activeElement?.disabled) button("close").focus();
  };
  const step = (by) => { if (links[shown + by]) show(shown + by); };

  links.forEach((link, number) => link.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    opener = link;
    show(number);
    dialog.showModal();
    button("close").focus();
  }));
  for (const name of ["previous", "next"]) {
    button(name).hidden = links.length < 2;
    button(name).addEventListener("click", () => step(name === "next" ? 1 : -1));
  }
  button("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "ArrowRight") step(1);
  });
  // Beside the picture is out of it; and a moment of the recording is not seen from here.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.matches("figure") || event.target.closest("a.fp-time")) dialog.close();
  });
  dialog.addEventListener("close", () => opener?.focus());
};
each("[data-fp=pictures]", pictures);
