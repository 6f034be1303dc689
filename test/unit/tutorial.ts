/** A block of code in a page that names the file it is from. */
export interface Block {
  readonly file: string;
  readonly code: string;
  /** The line of the page that it begins on, from 1. */
  readonly line: number;
}

/** The blocks of a page whose fence names a file: ```` ```ts shared/core/ids.ts ````. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { file: string | undefined; line: number; code: string[] } | null = null;
  markdown.split('\n').forEach((text, i) => {
    const fence = /^```(?:\w+(?: (\S+))?)?$/.exec(text);
    if (!fence) open?.code.push(text);
    else if (open === null) open = { file: fence[1], line: i + 1, code: [] };
    else {
      if (open.file !== undefined)
        blocks.push({ file: open.file, line: open.line, code: open.code.join('\n') });
      open = null;
    }
  });
  return blocks;
}

/** Lines that say something, without the indentation of the block as a whole and without empty ones. */
const linesOf = (code: string): string[] => code.split('\n').filter((line) => line.trim() !== '');

/**
 * Compares the blocks of one file, in the order of the page, with the file: empty lines aside they are all of it. The
 * answer is the first difference, or null.
 */
export function differenceTo(source: string, blocks: readonly Block[]): string | null {
  const shown = blocks.flatMap(({ line, code }) =>
    code.split('\n').flatMap((text, i) => (text.trim() === '' ? [] : [{ text, line: line + 1 + i }])),
  );
  const lines = linesOf(source);
  for (let i = 0; i < Math.max(shown.length, lines.length); i++) {
    const [page, file] = [shown[i], lines[i]];
    if (page?.text !== file)
      return `line ${page?.line ?? 'last'} of the page: ${page?.text ?? '(nothing)'} — the file has: ${file ?? '(nothing)'}`;
  }
  return null;
}

/** Whether the lines of a block stand in a source, one after the other. */
export const isPartOf = (source: string, { code }: Block): boolean =>
  `\n${linesOf(source).join('\n')}\n`.includes(`\n${linesOf(code).join('\n')}\n`);
