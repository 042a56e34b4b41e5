/*
  The little that needs script. Reading, links, languages, the menu and the system's colour scheme work without it.
  Loaded in the head and not deferred: the reader's colour scheme is set before anything is painted. The files of this
  folder are joined in the order of their names: what this one declares all of them may use, what another declares is its own.
*/

const root = document.documentElement;
root.classList.replace("no-js", "js");

/* What the reader chose is kept by this browser; where storage is forbidden, it lasts for the page. */
const kept = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch { /* as above */ }
  },
};

/* Once the page is there, each element that fits is started. */
const each = (selector, start) =>
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(selector).forEach((one) => start(one)));
