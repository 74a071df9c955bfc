// Shapes that rooms hand to each other, and the result. JavaScript imports them in comments only (@import).
import type { Meter } from './limits.js';
import type { FieldNames } from './mail/fieldnames.js';
import type { Ask, Kind, Sign } from './result.js';

export type * from './result.js';

/** What a host hands in: a paste, or a file's bytes (Latin-1, one character a byte). */
export interface Input {
  text?: string;
  bytes?: string;
}

/** Bytes for the host to decode: a WHATWG name and the bytes, one character a byte. */
export type Need = [charset: string, bytes: string];

/** Text that is read already, or bytes for the host. */
export type Piece = string | Need;

export type Role = 'header' | 'body' | 'status' | 'feedback' | 'original' | 'attachment';

/** A stretch of a document's text; offsets in UTF-16 units. */
export interface Region {
  start: number;
  end: number;
  role: Role;
}

/** An input as a reader would see it. */
export interface Document {
  text: string;
  regions: Region[];
  headers: [name: string, value: string][];
  contentType: string;
  reportType: string;
  /** The input holds more than was read, such as the further messages of an mbox. */
  more: boolean;
}

/** Why an input is no mail at all: empty, a mail program's own format, or another kind of file. */
export type Refusal = 'empty' | 'msg' | 'foreign';

/** An input taken apart: what the host must decode, and how it becomes a document once that is there. */
export interface Opened {
  needs: Need[];
  refused: Refusal | null;
  finish(texts: string[]): Document;
}

// Positions in a stream, and what was found there.

/** Positions in the stream: [from, to). */
export interface Span {
  from: number;
  to: number;
}

/** When a pattern counts; all that are given must hold. */
export interface When {
  stage?: string;
  provider?: string;
  reply?: string;
  status?: string;
}

/** What a frame says (kb/reporters; the guide for editors explains each). */
export type Verb =
  | 'recipient'
  | 'recipient-field'
  | 'unspaced'
  | 'number'
  | 'alias-field'
  | 'failed'
  | 'answer'
  | 'diagnostic'
  | 'answer-here'
  | 'answer-ends'
  | 'common'
  | 'original'
  | 'report'
  | 'subject';

/** Where a frame counts: alone on its line, in a machine's mail, in what is known to be a report, where nothing else says so. */
export type Only = 'alone' | 'machine' | 'report' | 'otherwise';

export interface Frame {
  reporter: string;
  /** Nobody's in particular: standard fields, transcripts. */
  general: boolean;
  /** Its place in the reporter's list. */
  index: number;
  says: Set<Verb>;
  only: Only | null;
  kind: Kind | null;
  action: 'failed' | 'delayed' | 'delivered' | null;
  stage: string | null;
  until: 'here' | 'behind' | null;
}

interface Placed extends Span {
  size: number;
  values: Record<string, Span>;
}

/** A reporter's words. */
export interface FrameHit extends Placed {
  frame: Frame;
}

/** A pattern of an article, one that nearly stands there, a provider's own code, a code that has a usual article, or a word of a concept. */
export interface Hit extends Placed {
  kind: 'pattern' | 'near' | 'vendor' | 'code' | 'concept';
  article: string;
  pattern?: number;
  when?: When;
  summary: boolean;
  /** It stands in a server's answer. */
  response?: boolean;
}

/** A provider's name. */
export interface NameHit extends Placed {
  provider: string;
}

/** A reply code (RFC 5321, 4.2) or a status code (RFC 3463). */
export interface CodeHit extends Span {
  kind: 'reply' | 'status';
  code: string;
  response?: boolean;
  summary?: boolean;
}

/** Everything that was found in a text, each list in the order of the stream. */
export interface Findings {
  frames: FrameHit[];
  hits: Hit[];
  names: NameHit[];
  codes: CodeHit[];
}

// What reading a report yields.

/** A stretch of a report that belongs to the same recipients. `echo`: a reporter's own line about a server's answer. */
export interface Stretch extends Span {
  response: boolean;
  echo: boolean;
  owners: Block[];
}

/** What a report says about one recipient, as it was dealt out. */
export interface Block extends Findings {
  address: string | null;
  spans: Stretch[];
  told: boolean;
  notified: boolean;
}

/** A recipient block described: the answer on one line, codes, stage, who refused. */
export interface Described {
  address: string | null;
  kind: Kind | null;
  hits: Hit[];
  codes: CodeHit[];
  diagnostic: string | null;
  /** Where that stands: the recipient's own diagnostic. */
  own: Span | null;
  stage: string | null;
  remote: string | null;
  retry: string | null;
  /** Providers named in the answers. */
  named: string[];
  /** What the report says about the recipient, for finding hosts and concepts in. */
  spans: Stretch[];
  /** Words of reporters in it, in the order of the stream. */
  noise: Span[];
}

export interface Report {
  kind: Kind;
  asks: Ask[];
  signs: (Span & { sign: Sign })[];
  claimed: string | null;
  /** Nothing stands around its words, and they say that a mail did not arrive: they may name the cause as a server would. */
  isPlain: boolean;
  /** A sentence or two without anything around them: they may still say why a mail came back. */
  isSentence: boolean;
  reporter: string | null;
  reporting: string | null;
  blocks: Described[];
  pieces: Stretch[];
  /** The returned message, as positions in the stream. */
  originals: Span[];
}

/** What a header field is for; kb/words/fields.yaml explains each. */
export type FieldRole =
  | 'technical'
  | 'part'
  | 'mail'
  | 'copied'
  | 'kept'
  | 'kept-of-original'
  | 'status'
  | 'status-mark'
  | 'feedback'
  | 'person'
  | 'sender'
  | 'recipient'
  | 'subject'
  | 'identifier'
  | 'failed'
  | 'automatic'
  | 'auto-reply';

/** A header field's canonical name in lower case, and everything it is for. */
export interface FieldWord {
  name: string;
  roles: ReadonlySet<FieldRole>;
}

/** What every step of reading a mail needs. */
export interface MailKit {
  words: MailWords;
  meter: Meter;
}

export type Saying = 'bounce' | 'delay' | 'auto-reply' | 'machine-report' | 'answer' | 'telling';

/** Words in a subject, folded, and what they say; `start`: only where the subject starts so. */
export interface SubjectWord {
  text: string;
  says: ReadonlySet<Saying>;
  start: boolean;
}

/** Words of mail that are looked up, made by mail/words.js from `WordsData`. */
export interface MailWords {
  /** By name in lower case. */
  fields: FieldNames<FieldWord>;
  /** By the label that mail programs show, in lower case. */
  labels: ReadonlyMap<string, FieldWord>;
  /** Those of them that stand before a subject, by their last letter. */
  subjectLabels: ReadonlyMap<string, readonly string[]>;
  /** How a daemon's address starts, and what its name holds, folded. */
  daemons: { addresses: readonly string[]; names: readonly string[] };
  subjects: readonly SubjectWord[];
  /** Words in front of a field's name where a sentence mentions it, in lower case. */
  mentionedBehind: ReadonlySet<string>;
  /** What stands before an address on a line of a log, and what it says. */
  logMarks: ReadonlyMap<string, 'bounce' | 'delay'>;
}

/** The same in the index (generator/compiled/index.py). */
export interface WordsData {
  fields: { name: string; roles: FieldRole[]; labels: string[] }[];
  daemons: { addresses: string[]; names: string[] };
  subjects: { text: string; says: Saying[]; start: boolean }[];
  mentioned_behind: string[];
  log_marks: [mark: string, kind: 'bounce' | 'delay'][];
}
