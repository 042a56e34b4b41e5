// On the page at an old address: go to the new one, and take the query and the fragment along.
(() => {
  const { to } = document.documentElement.dataset;
  if (to) location.replace(to + location.search + location.hash);
})();
