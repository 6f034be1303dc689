import { readAddress } from './links.ts';
import { SHORTCODES } from './shortcodes.ts';

export type MarkType = 'strong' | 'emphasis' | 'struck' | 'spoiler';

/** A piece of a line. Marks nest, but none stands in itself. */
export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: MarkType; readonly children: readonly Inline[] }
  /** `href` as typed, http or https; `host` in lower case, always ASCII. */
  | { readonly type: 'link'; readonly href: string; readonly host: string }
  /** `text` as typed, with the `@`; `name` as its owner writes it. */
  | { readonly type: 'mention'; readonly text: string; readonly name: string }
  | { readonly type: 'emoji'; readonly emoji: string; readonly shortcode: string };

const MARKS: Readonly<Record<string, MarkType>> = {
  '**': 'strong',
  '*': 'emphasis',
  _: 'emphasis',
  '~~': 'struck',
  '||': 'spoiler',
};
const WORD = /[\p{L}\p{N}_]/u;
const PLAIN = /[^*_~|`hH@:]*/y;
const SHORTCODE = /:([a-z0-9_+-]{1,20}):/y;

/** What is open: a mark, and what was read since. */
interface Frame {
  readonly mark: string;
  readonly children: Inline[];
}

/** Reads the text of one block. `names`: who can be mentioned, the longest first. */
export const readInline = (source: string, names: readonly string[]): readonly Inline[] =>
  new InlineReader(source, names).read();

/** One pass from left to right. A mark that is never closed turns into text. */
class InlineReader {
  readonly #source: string;
  readonly #names: readonly string[];
  readonly #frames: Frame[] = [{ mark: '', children: [] }];
  #at = 0;

  constructor(source: string, names: readonly string[]) {
    this.#source = source;
    this.#names = names;
  }

  read(): readonly Inline[] {
    while (this.#at < this.#source.length) {
      const taken = this.#special();
      this.#at += taken > 0 ? taken : this.#plain();
    }
    while (this.#frames.length > 1) this.#unwind();
    return this.#top.children;
  }

  /** Reads what is more than a letter. @returns how many characters it took */
  #special(): number {
    switch (this.#source[this.#at]) {
      case '*':
      case '_':
      case '~':
      case '|':
        return this.#mark();
      case '`':
        return this.#code();
      case 'h':
      case 'H':
        return this.#link();
      case '@':
        return this.#mention();
      case ':':
        return this.#shortcode();
      default:
        return 0;
    }
  }

  /** Reads up to where something may begin, at least one character. */
  #plain(): number {
    PLAIN.lastIndex = this.#at + 1;
    return this.#literally(1 + (PLAIN.exec(this.#source)?.[0].length ?? 0));
  }

  #mark(): number {
    const source = this.#source;
    const char = source[this.#at] ?? '';
    let run = 1;
    while (source[this.#at + run] === char) run += 1;
    const before = source[this.#at - 1] ?? ' ';
    const after = source[this.#at + run] ?? ' ';
    const mark = this.#markOf(char, run);
    if (mark === '' || before === '\\') return this.#literally(run);
    const isSpoiler = mark === '||';
    const mayClose = isSpoiler || (before.trim() !== '' && !(char === '_' && WORD.test(after)));
    const mayOpen = isSpoiler || (after.trim() !== '' && !(char === '_' && WORD.test(before)));
    const depth = this.#frames.findIndex((frame) => frame.mark === mark);
    if (depth > 0 && mayClose) {
      while (this.#frames.length > depth + 1) this.#unwind();
      this.#close();
    } else if (depth < 0 && mayOpen) {
      this.#frames.push({ mark, children: [] });
    } else {
      return this.#literally(mark.length);
    }
    return mark.length;
  }

  /** Of three stars in a row the innermost closes first. */
  #markOf(char: string, run: number): string {
    if (char === '_') return run === 1 ? '_' : '';
    if (char !== '*') return run === 2 ? char + char : '';
    if (run > 3) return '';
    return run === 1 || (run === 3 && this.#top.mark === '*') ? '*' : '**';
  }

  #code(): number {
    const end = this.#source.indexOf('`', this.#at + 1);
    const text = end < 0 ? '' : this.#source.slice(this.#at + 1, end);
    if (text.trim() === '' || text.includes('\n')) return end < 0 ? 0 : this.#literally(text === '' ? 2 : 1);
    this.#add({ type: 'code', text });
    return text.length + 2;
  }

  #link(): number {
    if (this.#isInWord) return 0;
    const address = readAddress(this.#source, this.#at);
    if (address === null) return 0;
    const { href, host } = address;
    if (host === null) return this.#literally(href.length);
    this.#add({ type: 'link', href, host });
    return href.length;
  }

  #mention(): number {
    if (this.#isInWord) return 0;
    const start = this.#at + 1;
    for (const name of this.#names) {
      const typed = this.#source.slice(start, start + name.length);
      if (typed.toLowerCase() !== name.toLowerCase()) continue;
      if (WORD.test(this.#codePointAt(start + name.length))) continue;
      this.#add({ type: 'mention', text: `@${typed}`, name });
      return typed.length + 1;
    }
    return 0;
  }

  #shortcode(): number {
    SHORTCODE.lastIndex = this.#at;
    const [whole = '', shortcode = ''] = SHORTCODE.exec(this.#source) ?? [];
    const emoji = SHORTCODES.get(shortcode);
    if (emoji === undefined) return 0;
    this.#add({ type: 'emoji', emoji, shortcode });
    return whole.length;
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1] ?? { mark: '', children: [] };
  }

  get #isInWord(): boolean {
    return WORD.test(this.#source[this.#at - 1] ?? '');
  }

  #codePointAt(index: number): string {
    const point = this.#source.codePointAt(index);
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  #literally(count: number): number {
    this.#text(this.#source.slice(this.#at, this.#at + count));
    return count;
  }

  #text(text: string): void {
    const { children } = this.#top;
    const last = children.at(-1);
    if (last?.type === 'text') children[children.length - 1] = { type: 'text', text: last.text + text };
    else children.push({ type: 'text', text });
  }

  #add(piece: Inline): void {
    if (piece.type === 'text') this.#text(piece.text);
    else this.#top.children.push(piece);
  }

  /** The innermost frame was opened in vain. */
  #unwind(): void {
    const { mark, children } = this.#frames.pop() ?? this.#top;
    this.#text(mark);
    for (const child of children) this.#add(child);
  }

  #close(): void {
    const { mark, children } = this.#frames.pop() ?? this.#top;
    this.#add({ type: MARKS[mark] ?? 'emphasis', children });
  }
}
