// A term opens its explanation under its paragraph: <a class="fp-term" data-gloss="id of the explanation">.
const term = (link) => {
  const gloss = document.getElementById(link.dataset.gloss);
  if (!gloss) return;
  gloss.hidden = true;
  link.setAttribute("role", "button");
  link.setAttribute("aria-controls", gloss.id);
  link.setAttribute("aria-expanded", "false");
  const toggle = (event) => {
    event.preventDefault();
    gloss.hidden = !gloss.hidden;
    link.setAttribute("aria-expanded", String(!gloss.hidden));
  };
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
};
each(".fp-term[data-gloss]", term);
