import { posix } from 'node:path';

/** What a document points at: links, paths and commands, as far as they are of this repository. */
export interface Pointers {
  /** Targets of links, as paths from the root of the repository. */
  readonly links: readonly string[];
  /** Paths in code style: `server/index.ts`, or the mere name of a source, `decide.ts`. */
  readonly paths: readonly string[];
  /** Names of `npm run <name>`. */
  readonly scripts: readonly string[];
}

const SOURCE_NAME = /^[\w.-]+\.(?:tsx?|mjs|md)$/;

/** Reads a document; `roots` are the folders and files at the top of the repository. */
export function pointersOf(file: string, markdown: string, roots: ReadonlySet<string>): Pointers {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target!);
  const words = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code!.split(/\s+/));
  const isPath = (word: string) =>
    SOURCE_NAME.test(word) || (word.includes('/') && roots.has(word.split('/')[0]!));
  return {
    links: links
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => posix.join(posix.dirname(file), target)),
    paths: words.filter(isPath).map((word) => word.replace(/\/$/, '')),
    scripts: [...markdown.matchAll(/\bnpm run (?:--silent )?([\w:][\w:-]*)/g)].map(([, name]) => name!),
  };
}
