// Every limit of the view, with its reason. May import nothing. What a limit leaves out is said on the page.

/** UTF-16 units that may stand in the box: laying out a megabyte takes a textarea seconds. More becomes a chip. */
export const LONGEST_IN_BOX = 64 * 1024;
/** The largest file read, in bytes. A mail with attachments may have several megabytes; its report stands at the start. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** Files of one drop that are tried until one is a mail. */
export const MOST_FILES_TRIED = 20;
/** Units of an input that a tab keeps where the whole doesn't fit its storage: as many as the engine reads of a text. */
export const LONGEST_KEPT = 2000000;

/** Lines and units that a chip shows of its text: enough to see which mail it is. */
export const CHIP_LINES = 4;
export const CHIP_UNITS = 300;

/** Answers drawn for the recipients of one report; recipients with one cause and the same values share an answer. */
export const MOST_ANSWERS = 20;
/** Recipients named in one line. */
export const MOST_NAMED = 5;
/** Recipients listed in a table. */
export const MOST_ROWS = 200;
/** Other articles shown below the first; further ones are guesses. */
export const MOST_OTHERS = 2;

/** Units of a server's sentence that are quoted. */
export const LONGEST_QUOTE = 600;
/** Units around the evidence in which the server's sentence is looked for: one of several that may be alike. */
export const AROUND_ANSWER = 5000;
/** Units of the text that are searched for it; where it isn't found, the lines of the evidence are quoted. */
export const LONGEST_SEARCHED = 50000;

/** Units of the text that are echoed from its start, and around each mark behind it. */
export const LONGEST_ECHO = 20000;
export const AROUND_EVIDENCE = 600;
/** Marks in an echo: each is an element. */
export const MOST_MARKS = 200;
/** Deciding words named in one line, units of the first, and units of all where there is more than one. */
export const MOST_DECIDING = 2;
export const LONGEST_DECIDING = 60;
export const LONGEST_TOGETHER = 40;

/** Lines of a report, and units of a line: somebody is to read them all before they are sent. */
export const MOST_LINES = 120;
export const LONGEST_LINE = 2000;
/** What mail programs and browsers still take in an address, in characters after encoding. */
export const LONGEST_MAIL = 1800;
export const LONGEST_ISSUE = 6500;

/** Units of a value that a link brings; no address or host is longer. */
export const LONGEST_LINK_VALUE = 254;

/** The largest mbox read at the desk, in bytes; its text is held once in memory while it is read. */
export const LARGEST_MBOX = 64 * 1024 * 1024;
/** Mails read at the desk at once: more than a day brings. */
export const MOST_MAILS = 2000;
/** Units of a mail's text that the desk keeps, around what decided; and pieces of evidence that are marked in it. */
export const LONGEST_DESK_TEXT = 20000;
export const MOST_DESK_EVIDENCE = 8;
/** Units that the desk keeps in a tab, which has room for five million: signature and choices need theirs. */
export const MOST_KEPT = 4500000;
/** Causes named in the desk's counts; the rest is summed up. */
export const MOST_TALLIED = 8;
