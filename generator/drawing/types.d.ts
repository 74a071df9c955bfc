// Shapes of drawings. Imported in comments only (@import).

/** An element: its tag, its attributes, and what stands in it. */
export type Drawing = [tag: string, attributes: Record<string, string> | null, ...children: (string | Drawing)[]];

/** A mail that came back, that still waits, one that only pretends, or the report that a server writes. */
export type WayKind = 'back' | 'wait' | 'fake' | 'report';

export interface Way {
  kind: WayKind;
  /** The station of the stop, from 0; halves are on the line behind one. */
  stop: number;
  /** What the mail system at the stop is called; nothing where nobody knows. */
  provider: string | null;
  /** Names below a station, each on a line of its own. */
  hosts: { own: string[]; theirs: string[]; recipient: string[] };
}

/** The phrases of a drawing, by name (generator/words/matcher.yaml, way). */
export type Words = Record<string, string>;

export interface Station {
  icon: string;
  title: string;
  hosts: string[];
}

export interface Scene {
  stations: Station[];
  stop: number;
  kind: WayKind;
  height: number;
  stamp: string;
  note: string;
}
