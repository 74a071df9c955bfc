// A bounce that was put into the search field: it is looked up on the home page, never searched for.
// May import nothing.

const SHORTEST_LONG = 80;
const SEVERAL_LINES = /\S[^\S\n]*\r?\n\s*\S/;
/** What servers and mail programs say, even in a line. */
const ANSWER = /\b[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3}\b.*\S{3}.*\S{3}|<[^\s<>@]+@[^\s<>]+>|\bsaid:|\bhost \S+\[/i;
const SHORTEST_ANSWER = 40;

/** Is it a mail, or a server's answer, rather than words to search for? @param {string} text */
export function isLong(text) {
  const trimmed = text.trim();
  return (
    trimmed.length >= SHORTEST_LONG ||
    SEVERAL_LINES.test(trimmed) ||
    (trimmed.length >= SHORTEST_ANSWER && ANSWER.test(trimmed))
  );
}
