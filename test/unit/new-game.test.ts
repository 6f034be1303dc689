import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GAMES } from '../../shared/games/index.ts';
import { read, tracked } from './repository.ts';

const LAYERS = ['shared', 'server', 'client'] as const;
/** The page that it brings up to date builds this very game. */
const TUTORIAL = 'scripts/build-tutorial.ts';
const sources = tracked.filter(
  (file) =>
    /^(?:shared|server|client|scripts)\//.test(file) && !/\.test\.tsx?$/.test(file) && file !== TUTORIAL,
);

/** Every way to write the name of a game in code or words: `four-in-a-row`, `fourInARow`, `Four in a Row`. */
const spellings = (name: string): RegExp => new RegExp(name.replaceAll('-', '[-_ ]?'), 'i');

describe.each(GAMES.slice(1))('what $title touches', ({ name }) => {
  const isOwn = (file: string) => LAYERS.some((layer) => file.startsWith(`${layer}/games/${name}/`));

  it('is a folder in each layer and a line in each registry', () => {
    const touched = sources
      .filter((file) => isOwn(file) || spellings(name).test(read(file)))
      .map((file) => (isOwn(file) ? posix.join(...file.split('/').slice(0, 3)) : file));
    expect([...new Set(touched)].sort()).toEqual(
      LAYERS.flatMap((layer) => [`${layer}/games/${name}`, `${layer}/games/index.ts`]).sort(),
    );
  });
});
