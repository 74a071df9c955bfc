// What a result is drawn as. May import the view's modules that draw a part of it. Asks nobody and announces nothing.
import { asked } from '../beside.js';
import { asSentence, el, inARow, joinedRanges } from '../dom.js';
import { rangesOf } from '../echo.js';
import { reportOffer } from '../report.js';
import { leftOutNote, stateOf } from '../status.js';
import { firstMatches, groupedAnswers } from '../values.js';
import { delayOf } from './delay.js';
import { fraudOf, rangesOfSigns } from './fraud.js';
import { caseOf, deedsOf, fold, headOf, marked, restOf, stepOf } from './one.js';
import { otherOf } from './other.js';
import { paperOf } from './paper.js';
import { severalOf } from './several.js';
import { sheetOf } from './sheet.js';
import { bareCode, isBareCode, rangesOfCodes, understood, unknownOf } from './unknown.js';

/** @import { Result } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Child, Drawn, Say } from '../types' */
/** @typedef {{edit: (() => void) | null, clear: () => void}} Tools what a reader can do with what was given */

const STEPS = 'steps';

/**
 * A result as the page shows it.
 * @param {Result} result
 * @param {Place} place
 * @param {() => string} redacted the text with everything personal replaced
 * @param {Tools} tools
 * @returns {Drawn}
 */
export function drawResult(result, place, redacted, tools) {
  const spoken = (/** @type {string} */ words) => words && asSentence(words, place.say('answer.stop'));
  const { state, line, kind } = stateOf(result, place.say);
  const main = mainOf(result, place, redacted, tools, { state, line, kind });
  const ranges = markedRanges(result, kind);
  const beside = [
    leftOutNote(result, place),
    reports(result, kind, place) && reportOffer(redacted, place),
    writerOf(result, place),
  ];
  const group = main.group;
  const answer = el(
    'div',
    { class: 'answer two' },
    el('div', { class: 'answer__main', ...(group ? marked(group) : {}) }, asked(result, place.say), main.nodes, beside),
    paperOf(result.text, ranges, place, tools, markNote(result, kind)),
  );
  // Somebody else's page is printed as its owner says.
  const sheet = main.group && !place.isGuest ? sheetOf(caseOf(main.group, result.text, place)) : null;
  return {
    state,
    line: inARow(spoken(line), spoken(main.said)),
    nodes: [el('div', { class: 'has-sheet' }, answer, sheet)],
    early: main.early,
  };
}

/** What is marked in the letter: what decided, or else what was understood. @param {Result} result @param {unknown} kind */
function markedRanges(result, kind) {
  if (kind === 'suspicious') return rangesOfSigns(result);
  const matches = firstMatches(result.recipients);
  return matches.length > 0 || kind ? rangesOf(matches) : joinedRanges(rangesOfCodes(result));
}

/** What is said of the marks. @param {Result} result @param {unknown} kind */
function markNote(result, kind) {
  if (kind === 'suspicious') return 'fraud.dead';
  return firstMatches(result.recipients).length > 0 ? 'answer.marked' : 'unknown.marked';
}

/** Is it offered to report it: a bounce with a recipient whose cause isn't known, and somebody to tell? @param {Result} result @param {unknown} kind @param {Place} place */
function reports(result, kind, { channels }) {
  return (
    !kind &&
    firstMatches(result.recipients).length < result.recipients.length &&
    Boolean(channels.mail || channels.issue)
  );
}

/**
 * The main part: its nodes, the one group it is about, what is announced besides, and whether the lead action is far down.
 * @param {Result} result
 * @param {Place} place
 * @param {() => string} redacted
 * @param {Tools} tools
 * @param {{state: string, line: string, kind?: Result['kind']}} found
 * @returns {{nodes: Child, said: string, early: boolean, group?: import('../values.js').Group}}
 */
function mainOf(result, place, redacted, tools, { line, kind }) {
  const { say } = place;
  const groups = groupedAnswers(result.recipients);
  if (isBareCode(result, place.contents.codes))
    return { nodes: bareCode(result.recipients[0], place), said: '', early: false };
  if (kind === 'suspicious') return { nodes: fraudOf(result, place), said: '', early: false };
  if (kind === 'delay') return { nodes: delayOf(result, groups, place), said: '', early: false };
  if (kind) return { nodes: otherOf(kind, place, tools), said: '', early: false };
  if (result.recipients.length > 1 && (groups.length > 1 || groups[0].match)) {
    return { nodes: severalOf(groups, result, place, line, redacted), said: '', early: true };
  }
  const [group] = groups;
  if (!group?.match) {
    const { head, codes } = unknownOf(group.recipients[0], place, line);
    const more = el(
      'div',
      { class: 'folds' },
      codes && fold(say('unmatched.codes'), codes),
      fold(say('unmatched.understood'), understood(group.recipients[0], place)),
    );
    return { nodes: [head, more], said: say('unknown.title'), early: false };
  }
  const one = caseOf(group, result.text, place);
  const said = inARow(asSentence(one.article.headline, say('answer.stop')), say(`answer.acts_${one.article.acts}`));
  const nodes = [
    headOf(one, line),
    stepOf(one, STEPS),
    deedsOf(one, STEPS),
    el('div', { class: 'folds' }, restOf(one, redacted)),
  ];
  return { nodes, said, early: false, group };
}

/** Who wrote the report, with the page about how theirs are read. @param {Result} result @param {Place} place */
function writerOf({ reporter, kind }, place) {
  const title = reporter && (kind === 'bounce' || kind === 'delay') ? place.contents.reporters[reporter] : undefined;
  if (!title || !reporter) return null;
  return el(
    'p',
    { class: 'soft small sec' },
    place.say('result.reporter', { reporter: title }),
    ' ',
    el('a', { href: place.page(`reporter/${reporter}/`) }, place.say('result.reporter_page')),
  );
}

/** How to get a mail out of Outlook's own format. @param {Say} say */
export function msgHelp(say) {
  return el(
    'section',
    { class: 'sec' },
    el('h2', null, say('file.msg_title')),
    el(
      'ul',
      { class: 'dots' },
      ['copy', 'new', 'classic'].map((which) => el('li', null, say(`file.msg_${which}`))),
    ),
  );
}
