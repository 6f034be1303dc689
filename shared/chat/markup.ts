import { type Inline, readInline } from './inline.ts';

export type { Inline } from './inline.ts';

/** A message is a list of these. Line breaks inside of a block are part of its text. */
export type Block =
  | { readonly type: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string };

/** Reads light markdown. Never throws; what is not quite right stays as it was typed. `names`: who can be mentioned. */
export function parseMarkup(text: string, names: readonly string[] = []): readonly Block[] {
  const byLength = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const parts = text.split(FENCE);
  const blocks: Block[] = [];
  let open = '';
  for (let i = 0; i < parts.length; i++) {
    const code = parts[i + 1] ?? '';
    open += parts[i];
    if (i + 2 >= parts.length || code.trim() === '') {
      if (i + 1 < parts.length) open += FENCE;
      continue;
    }
    blocks.push(...readLines(open.replace(/\n$/, ''), byLength));
    blocks.push({ type: 'code', text: code.replace(/^\n/, '').replace(/\n$/, '') });
    open = '';
    i += 1;
    parts[i + 1] = (parts[i + 1] ?? '').replace(/^\n/, '');
  }
  blocks.push(...readLines(open, byLength));
  return blocks;
}

/** What a text says without its marks, in which spoilers are covered: for previews and notices. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.type === 'code' ? block.text : plainLine(block.children))).join('\n');

const plainLine = (children: readonly Inline[]): string => children.map(plainPiece).join('');

function plainPiece(piece: Inline): string {
  switch (piece.type) {
    case 'text':
    case 'code':
    case 'mention':
      return piece.text;
    case 'link':
      return piece.href;
    case 'emoji':
      return piece.emoji;
    case 'spoiler':
      return '▒▒▒';
    default:
      return plainLine(piece.children);
  }
}

const FENCE = '```';

/** Lines that begin with `>` are quotes, others paragraphs. */
function readLines(text: string, names: readonly string[]): Block[] {
  if (text === '') return [];
  const blocks: { type: 'paragraph' | 'quote'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const type = line.startsWith('>') ? 'quote' : 'paragraph';
    const shown = type === 'quote' ? line.replace(/^> ?/, '') : line;
    const last = blocks.at(-1);
    if (last?.type === type) last.lines.push(shown);
    else blocks.push({ type, lines: [shown] });
  }
  return blocks.map(({ type, lines }) => ({
    type,
    children: readInline(lines.join('\n'), names),
  }));
}
