// How mailing-list managers say that they did not pass a mail on.
// Data only; signatures.js says what the properties mean.

// People write such words to one another too.
const REFUSED = { kind: 'bounce', broad: true };

/** @type {[string, object][]} */
export const LISTS = [
  // fml
  ['Sorry, you are not a member of this mailing list', { kind: 'bounce' }],
  ['投稿は(配送|配信|配布)されませんでした', { kind: 'bounce' }],
  ['Mail Loop is detected', { kind: 'bounce' }],
  // Mailman
  ['Is being held until the list moderator can review it for approval', { kind: 'delay', broad: true }],
  ['has been rejected by the list moderator', REFUSED],
  // ezmlm
  ['ezmlm-(reject|send|gate|store) : fatal:', { kind: 'bounce', answer: true }],
  ['have failed to act on your post', REFUSED],
  // Majordomo
  ['BOUNCE {email}: ', { kind: 'bounce' }],
  // Sympa
  ['Your message (for|to) list {word} (attached below) was rejected', REFUSED],
  ['Your message (for|to) list {word} could not be delivered', REFUSED],
  ['Votre message pour la liste {word} (ci-joint) a été rejeté', REFUSED],
  // Google Groups, LISTSERV
  ['was rejected by a moderator of the group', REFUSED],
  ['is being returned to you unprocessed because', REFUSED],
];
