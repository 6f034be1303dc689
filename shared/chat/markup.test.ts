import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline, MarkType } from './inline.ts';
import { type Block, parseMarkup, plainText } from './markup.ts';
import { SHORTCODES } from './shortcodes.ts';
import { isEmoji } from './text.ts';

const NAMES = ['Ana', 'Ana Bo', 'Zoë', 'm*x'];

/** A tree on one line: `strong(bold)`; blocks are `quote[…]`, a lone paragraph is what it says. */
function sketch(blocks: readonly Block[]): string {
  const drawn = blocks.map((block) =>
    block.type === 'code' ? block.text : block.children.map(draw).join(''),
  );
  if (blocks.length === 1 && blocks[0]?.type === 'paragraph') return drawn.join('');
  return blocks.map(({ type }, i) => `${type}[${drawn[i]}]`).join(' ');
}

function draw(piece: Inline): string {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'link':
      return `link(${piece.href} ${piece.host})`;
    case 'emoji':
      return piece.emoji;
    case 'mention':
      return `mention(${piece.text} ${piece.name})`;
    case 'code':
      return `code(${piece.text})`;
    default:
      return `${piece.type}(${piece.children.map(draw).join('')})`;
  }
}

/** Everything that can be read in a tree, as it was typed. */
const typed = (pieces: readonly Inline[]): string =>
  pieces
    .map((piece) => {
      if ('children' in piece) return typed(piece.children);
      if (piece.type === 'link') return piece.href;
      return piece.type === 'emoji' ? `:${piece.shortcode}:` : piece.text;
    })
    .join('');

const depth = (pieces: readonly Inline[]): number =>
  Math.max(0, ...pieces.map((piece) => ('children' in piece ? 1 + depth(piece.children) : 0)));

describe('marks', () => {
  it.each([
    ['**bold**', 'strong(bold)'],
    ['*so* and _so_', 'emphasis(so) and emphasis(so)'],
    ['~~no~~', 'struck(no)'],
    ['||the butler||', 'spoiler(the butler)'],
    ['|| the butler ||', 'spoiler( the butler )'],
    ['`a * b`', 'code(a * b)'],
    ['**a *b* c**', 'strong(a emphasis(b) c)'],
    ['*a **b** c*', 'emphasis(a strong(b) c)'],
    ['***both***', 'strong(emphasis(both))'],
    ['**a *b***', 'strong(a emphasis(b))'],
    ['||~~**x**~~||', 'spoiler(struck(strong(x)))'],
    ['_**x**_', 'emphasis(strong(x))'],
    ['(*x*), **y**!', '(emphasis(x)), strong(y)!'],
    ['**two\nlines**', 'strong(two\nlines)'],
    ['*a* *b*', 'emphasis(a) emphasis(b)'],
  ])('%j is %j', (text, expected) => {
    expect(sketch(parseMarkup(text))).toBe(expected);
  });

  it.each([
    '2 * 3 * 4',
    'snake_case_name',
    '__init__',
    'a_b_ c',
    '_a_b',
    '**',
    '****',
    '** a **',
    '*',
    '* a*',
    '**open',
    '*a **b',
    'a** b',
    '~one~',
    '~~~',
    '||',
    '||||',
    '|a|',
    '`',
    '``',
    '` `',
    '`a\nb`',
    '¯\\_(ツ)_/¯',
    '\\*plain\\*',
    '****four****',
    'h',
    '@',
    ':',
    '::',
    ':nothing_of_this_name:',
  ])('%j stays as it is', (text) => {
    expect(parseMarkup(text)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text }] }]);
  });

  it('closed in the wrong order, only the outer ones count', () => {
    expect(sketch(parseMarkup('**a ~~b** c~~'))).toBe('strong(a ~~b) c~~');
  });

  it('nothing is nothing', () => {
    expect(parseMarkup('')).toEqual([]);
  });
});

describe('blocks', () => {
  it.each([
    ['> said\n> so\nreally?', 'quote[said\nso] paragraph[really?]'],
    ['>**x**', 'quote[strong(x)]'],
    ['a > b', 'a > b'],
    ['```\nlet a = *b*\n```', 'code[let a = *b*]'],
    ['see ```x``` there', 'paragraph[see ] code[x] paragraph[ there]'],
    ['a\n```\n\n  b\n\n```\nc', 'paragraph[a] code[\n  b\n] paragraph[c]'],
    ['```a```\n```b```', 'code[a] code[b]'],
    ['```a``` ```b', 'code[a] paragraph[ ```b]'],
    ['``````x', '``````x'],
    ['**a\n> b**', 'paragraph[**a] quote[b**]'],
  ])('%j is %j', (text, expected) => {
    expect(sketch(parseMarkup(text))).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['https://example.org', 'link(https://example.org example.org)'],
    ['HTTP://Example.ORG/A?b=c#d', 'link(HTTP://Example.ORG/A?b=c#d example.org)'],
    ['(see https://example.org/a).', '(see link(https://example.org/a example.org)).'],
    ['https://example.org/a_(b)', 'link(https://example.org/a_(b) example.org)'],
    ['**https://example.org/a_b**', 'strong(link(https://example.org/a_b example.org))'],
    ['||https://example.org||', 'spoiler(link(https://example.org example.org))'],
    ['https://example.org:8080/x', 'link(https://example.org:8080/x example.org)'],
    ['https://xn--e1awd7f.com/', 'link(https://xn--e1awd7f.com/ xn--e1awd7f.com)'],
    ['https://example.org/@ana', 'link(https://example.org/@ana example.org)'],
    ['<https://example.org>', '<link(https://example.org example.org)>'],
    ['https://good.org\\@evil.com', 'link(https://good.org good.org)\\@evil.com'],
    ['`https://example.org`', 'code(https://example.org)'],
  ])('%j is %j', (text, expected) => {
    expect(sketch(parseMarkup(text))).toBe(expected);
  });

  it.each([
    'https://good.org@evil.com',
    'https://good.org:pass@evil.com/x',
    'https://%65vil.com',
    'https://еxample.com',
    'https://example.org\u3002com',
    'https://localhost/',
    `https://${'abcdefgh.'.repeat(30)}org`,
    'https://',
    'https:///example.org',
    'https://-a.com',
    'https://a..com',
    'https://1.2.3.4/',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'xhttps://example.org',
    'http:example.org',
  ])('%j cannot be followed', (text) => {
    expect(sketch(parseMarkup(text))).toBe(text);
  });
});

describe('mentions', () => {
  it.each([
    ['@ana', 'mention(@ana Ana)'],
    ['hi @Ana, hi @ANA!', 'hi mention(@Ana Ana), hi mention(@ANA Ana)!'],
    ['@Ana Bo and @ana bond', 'mention(@Ana Bo Ana Bo) and mention(@ana Ana) bond'],
    ['**@zoë**', 'strong(mention(@zoë Zoë))'],
    ['@m*x*', 'mention(@m*x m*x)*'],
    ['@anatol', '@anatol'],
    ['@ana_', '@ana_'],
    ['me@ana', 'me@ana'],
    ['@ana𐐀', '@ana𐐀'],
    ['@bob', '@bob'],
    ['`@ana`', 'code(@ana)'],
  ])('%j is %j', (text, expected) => {
    expect(sketch(parseMarkup(text, NAMES))).toBe(expected);
  });
});

describe('shortcodes', () => {
  it('turn into emoji', () => {
    expect(sketch(parseMarkup('**:tada:** :+1::fire: 10:30:45 :tada'))).toBe(
      'strong(🎉) 👍🔥 10:30:45 :tada',
    );
  });

  it('are some sixty, each one emoji, and never a word of an object', () => {
    expect(SHORTCODES.size).toBeGreaterThanOrEqual(60);
    expect(
      [...SHORTCODES].filter(([name, emoji]) => !/^[a-z0-9_+-]{1,20}$/.test(name) || !isEmoji(emoji)),
    ).toEqual([]);
    expect(sketch(parseMarkup(':constructor: :__proto__:'))).toBe(':constructor: :__proto__:');
  });
});

describe('without marks', () => {
  it('a text reads plainly, and a spoiler stays covered', () => {
    const text = '> **a** `b`\n||it was **me**|| @ana :tada: https://example.org\n```\nc\n```';
    expect(plainText(parseMarkup(text, NAMES))).toBe('a b\n▒▒▒ @ana 🎉 https://example.org\nc');
  });
});

/** What marks, quotes and fences are made of; a line break next to a fence and a space after `>` go with them. */
const MARKS = new Set('*_~|`> \n');
const SNIPPETS = [
  '**',
  '*',
  '_',
  '~~',
  '||',
  '`',
  '```',
  '\n',
  '> ',
  ' ',
  'a',
  '@ana',
  ':tada:',
  'https://a.bc',
  '\\',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: fc.constantFrom(...SNIPPETS), maxLength: 200 }),
);

describe('any text', () => {
  it('loses marks and nothing else, and is not nested without end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const blocks = parseMarkup(text, NAMES);
        const shown = blocks
          .map((block) => (block.type === 'code' ? block.text : typed(block.children)))
          .join('');
        const lost: string[] = [];
        let next = 0;
        for (const char of text.split('')) {
          if (shown[next] === char) next += 1;
          else lost.push(char);
        }
        expect(next).toBe(shown.length);
        expect(lost.filter((char) => !MARKS.has(char))).toEqual([]);
        for (const block of blocks)
          if (block.type !== 'code') expect(depth(block.children)).toBeLessThanOrEqual(5);
        plainText(blocks);
      }),
      { numRuns: 5_000 },
    );
  });

  it('written with care is understood as it was meant', () => {
    const types: readonly [MarkType, string][] = [
      ['strong', '**'],
      ['emphasis', '_'],
      ['struck', '~~'],
      ['spoiler', '||'],
    ];
    interface Written {
      readonly source: string;
      readonly tree: string;
    }
    const word = fc
      .constantFrom('moss', 'Brücke', '2', 'a-b', '苔')
      .map((text): Written => ({ source: text, tree: text }));
    const atom = fc.oneof(word, fc.constant<Written>({ source: '`x*y`', tree: 'code(x*y)' }));
    const line = (free: readonly [MarkType, string][]): fc.Arbitrary<Written> =>
      fc
        .array(
          free.length === 0
            ? atom
            : fc.oneof(
                atom,
                fc.constantFrom(...free).chain((mark) => marked(mark, free)),
              ),
          {
            minLength: 1,
            maxLength: 3,
          },
        )
        .map((parts) => ({
          source: parts.map(({ source }) => source).join(' '),
          tree: parts.map(({ tree }) => tree).join(' '),
        }));
    const marked = (mark: [MarkType, string], free: readonly [MarkType, string][]): fc.Arbitrary<Written> =>
      line(free.filter((other) => other !== mark)).map(({ source, tree }) => ({
        source: `${mark[1]}${source}${mark[1]}`,
        tree: `${mark[0]}(${tree})`,
      }));
    fc.assert(
      fc.property(line(types), ({ source, tree }) => {
        expect(sketch(parseMarkup(source))).toBe(tree);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '*',
    '**a ',
    '*a ',
    '**a *b ~~c ||d _e ',
    '**a _b** ',
    '_a_',
    '||',
    '~~a',
    '`a\n',
    '` ',
    '```a',
    '```',
    '> ',
    '>\n',
    '@ana',
    '@',
    ':a',
    ':tada:',
    'http://',
    'http://x/',
    'https://a.bc/(',
    'https://a.bc/)',
    'h',
    '\\*',
    '(((',
    '\n',
  ])(
    '%j again and again takes no longer than its length',
    (snippet) => {
      const text = snippet.repeat(Math.ceil(200_000 / snippet.length));
      expect(parseMarkup(text, NAMES).length).toBeGreaterThan(0);
      expect(parseMarkup(text.slice(0, 500), NAMES).length).toBeGreaterThan(0);
    },
    4_000,
  );
});
