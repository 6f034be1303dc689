import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PAGE = 'docs/make-a-game.md';

/** A block of code in a page that names the file it is from. */
export interface Block {
  readonly file: string;
  /** The lines between its fences: from the first to before the last, from 0. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The blocks of a page whose fence names a file: ```` ```ts shared/core/ids.ts ````. */
export function blocksOf(page: string): Block[] {
  const lines = page.split('\n');
  const blocks: Block[] = [];
  let open: { file: string | undefined; from: number } | null = null;
  for (const [i, text] of lines.entries()) {
    const fence = /^```(?:\w+(?: (\S+))?)?$/.exec(text);
    if (!fence) continue;
    if (open === null) open = { file: fence[1], from: i + 1 };
    else {
      const { file, from } = open;
      if (file !== undefined) blocks.push({ file, from, to: i, lines: lines.slice(from, i) });
      open = null;
    }
  }
  return blocks;
}

/** Lines without the empty ones at both ends. */
function trimmed(lines: readonly string[]): readonly string[] {
  const isText = (line: string) => line.trim() !== '';
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}

/**
 * Cuts a file into as many pieces as it has blocks: a piece begins with the line that its block begins with, the first
 * one with the file. Throws when such a line is not there any more.
 */
function piecesOf(source: string, blocks: readonly Block[]): (readonly string[])[] {
  const lines = source.split('\n');
  let last = 0;
  const starts = blocks.map(({ file, lines: [first = ''] }, i) => {
    const start = i === 0 ? 0 : lines.indexOf(first, last + 1);
    if (start < 0) throw new Error(`${PAGE}: a block of ${file} begins with a line that is gone: ${first}`);
    last = start;
    return start;
  });
  return starts.map((start, i) => trimmed(lines.slice(start, starts[i + 1])));
}

/** The page with the blocks of each file that `isWhole` shows as the file is now, all of it. */
export function refreshed(
  page: string,
  isWhole: (file: string) => boolean,
  read: (file: string) => string,
): string {
  const blocks = blocksOf(page).filter(({ file }) => isWhole(file));
  const fresh = new Map<Block, readonly string[]>();
  for (const file of new Set(blocks.map((block) => block.file))) {
    const mine = blocks.filter((block) => block.file === file);
    for (const [i, piece] of piecesOf(read(file), mine).entries()) fresh.set(mine[i]!, piece);
  }
  const lines = page.split('\n');
  for (const block of blocks.toReversed())
    lines.splice(block.from, block.to - block.from, ...fresh.get(block)!);
  return lines.join('\n');
}

/** Whether a file is one of the game that the page builds; of others it shows a part. */
export const isOfTheGame = (file: string): boolean =>
  /^(?:shared|server|client)\/games\/four-in-a-row\//.test(file);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pathOf = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
  const read = (file: string) => readFileSync(pathOf(file), 'utf8');
  writeFileSync(pathOf(PAGE), refreshed(read(PAGE), isOfTheGame, read));
}
