// The menu of narrow screens: a panel beside the page. Escape, a click outside and leaving by keyboard close it.
const menuButton = (button) => {
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  const open = () => panel.classList.contains("is-open");
  const toggle = (wanted) => {
    panel.classList.toggle("is-open", wanted);
    button.setAttribute("aria-expanded", String(wanted));
  };
  button.addEventListener("click", () => {
    toggle(!open());
    if (open()) panel.querySelector("a")?.focus({ preventScroll: true });
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open()) return;
    toggle(false);
    button.focus();
  });
  document.addEventListener("click", (event) => {
    if (open() && !panel.contains(event.target) && !button.contains(event.target)) toggle(false);
  });
  panel.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (open() && next && !panel.contains(next) && !button.contains(next)) toggle(false);
  });
};
each("[data-fp=menu]", menuButton);
