// Leads on from an article's old address, keeping the fragment, which a redirect in HTML would drop.
(() => {
  var link = document.getElementById('moved-to');
  if (link) location.replace(link.href + location.hash);
})();
