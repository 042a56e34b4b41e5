// The right column shows where the reader is.
const follow = (toc) => {
  const links = new Map();
  for (const link of toc.querySelectorAll("a[href^='#']")) {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  if (!links.size) return;
  let waiting = false;
  const update = () => {
    waiting = false;
    let current;
    for (const [part, link] of links) if (part.getBoundingClientRect().top < innerHeight / 3) current = link;
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(update); } }, { passive: true });
  update();
};
each(".fp-toc", follow);
