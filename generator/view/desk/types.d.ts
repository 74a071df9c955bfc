// Shapes of the desk: what it keeps of a mail, and what reading many files tells. Imported in comments only (@import).
import type { Result } from '../../engine/types';
import type { NoMail } from '../files';

/** What the desk has done about a mail. */
export type State = 'new' | 'replied' | 'closed' | 'open';

/** What is kept of an answer: its text is only a part of the mail's where `cut`. */
export interface Kept {
  result: Result;
  cut: boolean;
}

/** A mail on the list. */
export interface Row extends Kept {
  id: number;
  /** When it was looked up, in milliseconds. */
  at: number;
  /** The file it came in, or nothing for a paste. */
  file: string;
  state: State;
}

/**
 * Mails that came at once, newest batches first: `name` is that of their file, `many` the number of files. Pastes one
 * after another have neither.
 */
export interface Batch {
  id: number;
  name: string;
  many: number;
  rows: Row[];
}

/** What is told while many files are read. */
export type Report =
  | { is: 'total'; total: number }
  | { is: 'mail'; file: string; kept: Kept }
  | { is: 'refused'; file: string; why: NoMail }
  | { is: 'left'; count: number };

/** What a row says in short. */
export interface Said {
  who: string;
  cause: string;
  /** Every cause by itself, for counting. */
  causes: string[];
  tone: 'stop' | 'wait' | '';
  /** Is a cause known, not known, or is it no bounce? */
  known: 'known' | 'unknown' | 'no-bounce';
}

/** What reading has come to. */
export interface Outcome {
  mails: number;
  left: number;
  stopped: boolean;
  refused: { file: string; why: NoMail }[];
}
