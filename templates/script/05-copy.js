/* Copying, for every part that offers it: says by a promise whether it worked. Where the clipboard may not be written to
   (an old browser, a page without https), the text is selected in a field that nobody sees. */
const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { /* the older way */ }
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "fp-unseen";
  field.readOnly = true;
  field.value = text;
  document.body.append(field);
  field.select();
  let done = false;
  try { done = document.execCommand("copy"); } catch { /* not allowed: false says so */ }
  field.remove();
  before?.focus({ preventScroll: true });
  return done;
};

/* One region that is read aloud when its words change. It stands on the page from the start, since what is born with its words
   is not read; it is emptied first, so that the same words are read again. */
const spoken = document.createElement("div");
spoken.className = "fp-unseen";
spoken.setAttribute("role", "status");
let speaking;
const announce = (words) => {
  clearTimeout(speaking);
  spoken.textContent = "";
  speaking = setTimeout(() => { spoken.textContent = words; }, 60);
};
each("body", (body) => body.append(spoken));
