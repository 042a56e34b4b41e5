// In a dialog over any page. Closing it leaves the query for the next time, and the focus where it was.
const searchDialog = (link, box) => {
  const close = element("button", { type: "button", class: "fp-searchclose", onclick: () => shut() }, link.dataset.close);
  const dialog = element("dialog", { class: "fp-search fp-screen", "aria-label": link.getAttribute("aria-label") }, box.form, box.body, box.keys, box.status);
  box.form.append(close);
  document.body.append(dialog);

  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) {            // a field of type search would take the first one to empty itself
      event.preventDefault();
      event.stopPropagation();
      shut();
    } else box.onKey(event);
  });
  let down;
  dialog.addEventListener("pointerdown", (event) => { down = event.target; });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && down === dialog) shut();
    const to = event.target.closest("a[href]");
    if (!to || !plainClick(event)) return;
    // Who comes back from a hit finds the search as it was; a hit on this page only needs it out of the way.
    const url = new URL(to.href);
    const here = url.pathname === location.pathname && url.search === location.search;
    if (here) shut();
    else history.replaceState({ ...history.state, search: { query: box.query, chosen: box.chosen } }, "");
  });
  // Who closed it does not find it open again.
  const forget = () => {
    const { search, ...rest } = history.state ?? {};
    if (search) history.replaceState(Object.keys(rest).length ? rest : null, "");
  };
  const shut = () => {
    forget();
    dialog.close();
  };
  dialog.addEventListener("close", () => {
    fit(false);
    forget();
  });

  // With the keyboard of a phone open, the dialog is as high as what can be seen.
  const fit = (on) => {
    const seen = on && visualViewport && matchMedia("(max-width: 47.99em)").matches ? visualViewport : null;
    dialog.style.height = seen ? `${Math.round(seen.height)}px` : "";
    dialog.style.top = seen ? `${Math.round(seen.offsetTop)}px` : "";
  };
  for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, () => { if (dialog.open) fit(true); });

  return {
    open() {
      const search = history.state?.search;
      if (!dialog.open) dialog.showModal();
      fit(true);
      if (search && !box.query) box.write(search.query, search.chosen);
      box.input.focus();
      box.input.select();
    },
  };
};

// In the page of the search, where the address keeps the query.
const searchHere = (box, there) => {
  box.address = true;
  const whole = element("div", { class: "fp-searchhere" }, box.form, box.body, box.status);
  there.replaceChildren(whole);
  whole.addEventListener("keydown", box.onKey);
  const read = () => {
    const query = new URL(location.href).searchParams.get("q") ?? "";
    const kept = history.state?.search;
    box.write(query, kept?.query.trim() === query ? kept.chosen : {}, !query && matchMedia("(pointer: fine)").matches);
  };
  addEventListener("popstate", read);
  read();
};

export const makeSearch = (link) => {
  const box = searchBox(link);
  let dialog;
  let shown = false;
  return {
    open() {
      if (shown) {
        box.input.focus();
        box.input.select();
        box.form.scrollIntoView({ block: "nearest" });
      } else (dialog ??= searchDialog(link, box)).open();
    },
    showIn(there) {
      shown = true;
      searchHere(box, there);
    },
  };
};
