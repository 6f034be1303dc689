import { expect, it } from 'vitest';
import { LEXICONS } from '../../../scripts/bots/bot-game.ts';
import { seatId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/languages.ts';
import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import { bot } from './bot.ts';

/** What a bot says first at a table of a language. */
function firstClue(language: Language): string {
  const rng = seededRng(4);
  const opened = colorClues.setup([1, 2, 3].map(seatId), {}, { now: 0, rng, language }, null);
  if (!opened.ok) throw new Error(opened.error.code);
  const state = opened.value.reduce(colorClues.evolve, colorClues.initial);
  const { giver } = colorClues.view(state, { kind: 'spectator' });
  const mind = bot.newMind(rng, { name: 'Otto', level: 3, language });
  const move = mind.move(colorClues.view(state, { kind: 'seat', seat: giver }), giver, rng);
  return move?.type === 'giveClue' ? move.text : '';
}

it('a bot gives German clues where German is spoken, and English ones elsewhere (rule 11.6)', () => {
  expect(LEXICONS.de.words).toContain(firstClue('de'));
  for (const language of ['en', 'fr', 'ja'] as const)
    expect(LEXICONS.en.words).toContain(firstClue(language));
});
