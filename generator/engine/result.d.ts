// What the engine answers: the result that pages, programs and `bouncekb match --json` get. generator/hosts/types.py says the
// same, and kb/schema/result.json. It stands by itself, since packages take it along (generator/packages/npm.py).

/** Offsets in the text: [start, end), UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

export type Kind =
  | 'bounce'
  | 'delay'
  | 'abuse-report'
  | 'auto-reply'
  | 'delivered'
  | 'machine-report'
  | 'suspicious'
  | 'notice'
  | 'question'
  | 'errors-in-text'
  | 'other';
/** Whose decision it was. */
export type RefusedBy = 'own-program' | 'own-service' | 'gateway' | 'recipient-side' | 'unknown';
/** What tells whose: the code's meaning, who wrote the report, a submission, or who speaks to whom. */
export type KnownBy = 'code' | 'reporter' | 'submission' | 'recipient-host' | 'gateway' | 'own-host' | 'other-host';
export type Confidence = 'certain' | 'likely' | 'possible';

/** Words that count; offsets in UTF-16 units of the result's text. */
export interface Evidence {
  start: number;
  end: number;
  text: string;
  kind: 'pattern' | 'near' | 'vendor' | 'code' | 'concept';
  pattern?: number;
}

/** What an article rests on: a sentence, one that nearly stands there, words taken together, or a code. */
export type Why = 'pattern' | 'near' | 'concept' | 'code';

export interface Match {
  article: string;
  reason: string;
  confidence: Confidence;
  why: Why;
  score: number;
  evidence: Evidence[];
  /** Of the words that prove it, and of the report itself: recipient, recipient_domain, remote_mta. */
  values: Record<string, string>;
}

export interface Recipient {
  recipient: string | null;
  /** The domain that its domain is probably a slip for. */
  meant_domain: string | null;
  kind: Kind;
  refused_by: RefusedBy;
  known_by: KnownBy | null;
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

/** What gives a fraud away: whose mailbox it speaks of, what waits, what it wants, by when, what else happens, a link. */
export type Sign = 'own' | 'held' | 'demand' | 'deadline' | 'threat' | 'link';

/** Words that give a fraud away; offsets in UTF-16 units of the result's text. */
export interface SignPlace extends Range {
  sign: Sign;
}

/** What readers write around a bounce: not theirs, many of them, is it dangerous, no time. */
export type Ask = 'unsent' | 'flood' | 'worry' | 'urgent';

/** What the engine answers. `reporter` wrote the report; `left_out` counts what limits left out. */
export interface Result {
  kind: Kind;
  asks: Ask[];
  /** Of a suspicious mail only, each sign where it stands first. */
  signs: SignPlace[];
  /** Of a suspicious mail only: the domain of the address that it says it comes from. */
  claimed_domain: string | null;
  reporter: string | null;
  truncated: boolean;
  left_out: Record<string, number>;
  text: string;
  recipients: Recipient[];
}
