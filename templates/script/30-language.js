// Another language of this page opens at the same paragraph: marks are the same in every language.
const languageLink = (link) => {
  link.addEventListener("click", () => { link.hash = location.hash; });
};
each(".fp-langs a", languageLink);
