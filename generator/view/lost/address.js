// Where an address that doesn't exist may have been meant to lead. May import the spelling of codes.
import { meantCodes } from '../lists/spelling.js';

/**
 * The path of the page that was meant, below the site's root, or null.
 * @param {string} path below the site's root, as the browser writes it: "en/code/550-5.7.26"
 * @param {string[]} codes the codes that have a page, as its address writes them
 */
export function meantPath(path, codes) {
  const found = /^(en\/)?(code|a|provider|reason|reporter|host)\/+(.+?)\/*(?:index\.html)?$/i.exec(decoded(path));
  if (!found) return null;
  const [, lang = '', kind, name] = found;
  const page = kind.toLowerCase() === 'code' ? codeOf(name, codes) : idOf(name);
  const meant = page && `${lang.toLowerCase()}${kind.toLowerCase()}/${page}/`;
  return meant && meant !== path ? meant : null;
}

/** @param {string} name @param {string[]} codes */
function codeOf(name, codes) {
  const known = new Map(codes.map((code) => [code.toLowerCase(), code]));
  const meant = meantCodes(name).find((one) => known.has(one));
  return meant ? known.get(meant) : null;
}

/** An id in small letters, if it can be one. @param {string} name */
function idOf(name) {
  const id = name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? id : null;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
