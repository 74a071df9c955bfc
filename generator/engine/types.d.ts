// Shapes that rooms hand to each other, and the result. JavaScript imports them in comments only (@import).

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

/** Why an input is no mail at all: empty, Outlook's own format, or another kind of file. */
export type Refusal = 'empty' | 'msg' | 'foreign';

/** An input taken apart: what the host must decode, and how it becomes a document once that is there. */
export interface Opened {
  needs: Need[];
  refused: Refusal | null;
  finish(texts: string[]): Document;
}

export type Kind = 'bounce' | 'delay' | 'abuse-report' | 'auto-reply' | 'delivered' | 'other';
export type Confidence = 'certain' | 'likely' | 'possible';

/** Words that count; offsets in UTF-16 units of the result's text. */
export interface Evidence {
  start: number;
  end: number;
  text: string;
  kind: 'pattern' | 'vendor' | 'code';
  pattern?: number;
}

export interface Match {
  article: string;
  reason: string;
  confidence: Confidence;
  score: number;
  evidence: Evidence[];
  values: Record<string, string>;
}

export interface Recipient {
  recipient: string | null;
  reply_code: string | null;
  status: string | null;
  diagnostic: string | null;
  stage: string | null;
  permanence: 'permanent' | 'transient' | null;
  reporting_mta: string | null;
  remote_mta: string | null;
  retry_until: string | null;
  provider: string | null;
  matches: Match[];
}

/** What the engine answers. `reporter` wrote the report; `left_out` counts what limits left out. */
export interface Result {
  kind: Kind;
  reporter: string | null;
  truncated: boolean;
  left_out: Record<string, number>;
  text: string;
  recipients: Recipient[];
}
