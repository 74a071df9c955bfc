// For CloudFront, as a function on "viewer request": an address that ends in a slash is a folder with a page in it, and
// one that ends like no file lacks its slash.
function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
    return request;
  }
  if (!/\.(html|css|js|json|map|md|svg|png|xml|gz|txt|conf|sh|yml)$/.test(request.uri)) {
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: request.uri + '/' } } };
  }
  return request;
}
