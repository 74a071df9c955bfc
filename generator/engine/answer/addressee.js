// Whom a server's answer is about, where nothing around it names a recipient: people paste the one line alone.
// Imports nothing.

/** Reasons that are said of the recipient's address and of nobody else's. */
const OF_RECIPIENTS = new Set(['user-unknown', 'mailbox-full']);

const ADDRESS = '[^\\s<>()",;:@]{1,64}@[^\\s<>()",;:@]{1,255}';
/** `550 5.1.1 <taro@example.jp>: ...`, `550 taro@example.jp... User unknown`: right behind the codes (RFC 5321, 4.2). */
const BEHIND_CODES = new RegExp(
  `(?:^|\\s)[45]\\d\\d[ -](?:#?[45]\\.\\d{1,3}\\.\\d{1,3}:? )?<?(${ADDRESS}?)>?(?=\\.{3}|[\\s:,;]|$)`,
  'g',
);
const IN_BRACKETS = new RegExp(`<(${ADDRESS})>`, 'g');

/**
 * The only address that an answer names where a server repeats the recipient's, or null: for a cause that isn't the
 * recipient's, and where there are several.
 * @param {string} reason of the cause
 * @param {string | null} diagnostic the answer, on one line
 */
export function addresseeOf(reason, diagnostic) {
  if (!diagnostic || !OF_RECIPIENTS.has(reason)) return null;
  const found = [BEHIND_CODES, IN_BRACKETS].flatMap((form) => Array.from(diagnostic.matchAll(form), (one) => one[1]));
  const different = new Set(found.map((address) => address.toLowerCase()));
  return different.size === 1 ? found[0] : null;
}
