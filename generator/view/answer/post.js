// The letters of one answer: what a reader may send, written when it is asked for.
// May import the view's helpers. Nothing is sent from here; it is copied by the reader's click.
import { isProvider, keptSignature } from '../choices.js';
import { letterText } from '../letters.js';
import { codeRead } from '../reply.js';
import { fillingOf } from '../steps.js';

/** @import { Place } from '../place.js' */
/** @import { Article, Lang, Values } from '../types' */
/** @import { Group } from '../values.js' */
/** @typedef {{lang?: Lang, link?: boolean, greeting?: boolean}} Manner how a letter is written: all of it unless said otherwise */

export const CUSTOMER = 'customer';

/** The letters about one cause. */
export class Post {
  /** @param {Group} group @param {Article} article @param {Place} place */
  constructor(group, article, place) {
    this.group = group;
    this.article = article;
    this.place = place;
  }

  /** The id of the article. */
  get id() {
    return this.group.match ? this.group.match.article : '';
  }

  /** The values that a link to the article carries. @returns {Values} */
  get linkValues() {
    const { values } = this.group;
    const ids = this.article.values.filter((id) => Object.hasOwn(values, id));
    return Object.fromEntries(ids.map((id) => [id, values[id]]));
  }

  /** The article's page, its values filled in. @param {Lang} [lang] */
  url(lang) {
    return new URL(this.place.articleUrl(this.id, this.linkValues, lang), document.baseURI).href;
  }

  /** To whom there are letters, the customer first. */
  get names() {
    return [CUSTOMER, ...this.article.letters];
  }

  /** What writes a letter when it is asked for. @param {string} name @param {Manner} [manner] */
  writing(name, manner) {
    return () => this.write(name, manner);
  }

  /** A letter as text. @param {string} name @param {Manner} [manner] */
  async write(name, { lang = this.place.lang, link = true, greeting = true } = {}) {
    const { frames, articles } = await this.place.loadLetters();
    const own = articles[this.id];
    const [recipient] = this.group.recipients;
    const code = codeRead(recipient);
    const known = {
      ...this.group.values,
      ...(code ? { code } : {}),
      ...(recipient.diagnostic ? { answer: recipient.diagnostic.replace(/\s+/g, ' ') } : {}),
      ...(link ? { link: this.url(lang) } : {}),
    };
    const filling = fillingOf(known, this.place.contents.placeholders, lang);
    const parts = { body: own.letters[name][lang] || [], how_long: own.how_long[lang] };
    const voices = [isProvider() ? 'we' : 'ask', ...(greeting ? ['greet'] : [])];
    const text = letterText(frames[lang][name], parts, filling, voices);
    const signature = greeting ? keptSignature().trim() : '';
    return signature ? `${text}\n\n${signature}` : text;
  }
}
