import { expect, it } from 'vitest';
import { LEXICONS } from '../../../scripts/bots/bot-game.ts';
import { commandId, matchId, playerId, seatId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/languages.ts';
import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { openMatch } from '../../../shared/engine/open-match.ts';
import { checkClueAgainstNames, namedBy } from '../../../shared/games/color-clues/clue-check.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import type { GameCommand, GameEvent } from '../../../shared/games/color-clues/types.ts';
import type { TableCommand, TableEvent } from '../../../shared/table/types.ts';
import { FakeClock, fakeLog, seededEntropy } from '../../../test/harness/fakes.ts';
import { memoryJournal } from '../../../test/harness/memory-journal.ts';
import { colorTable } from '../../../test/harness/scripted-table.ts';
import { BotDriver } from '../../rooms/tables/bots.ts';
import { bot } from './bot.ts';
import { hostedColorClues } from './hosted.ts';

/** A bot whose turn it is to give the first clue at a table of a language; says what it would, always by the same chance. */
function giver(language: Language) {
  const rng = seededRng(4);
  const opened = colorClues.setup([1, 2, 3].map(seatId), {}, { now: 0, rng, language }, null);
  if (!opened.ok) throw new Error(opened.error.code);
  const state = opened.value.reduce(colorClues.evolve, colorClues.initial);
  const { giver } = colorClues.view(state, { kind: 'spectator' });
  const mind = bot.newMind(rng, { name: 'Otto', level: 3, language });
  const view = colorClues.view(state, { kind: 'seat', seat: giver });
  const say = () => mind.move(view, giver, seededRng(9), () => false);
  return { mind, say };
}

/** What a bot says first at a table of a language. */
function firstClue(language: Language): string {
  const move = giver(language).say();
  return move?.type === 'giveClue' ? move.text : '';
}

it('a bot gives German clues where German is spoken, and English ones elsewhere (rule 11.6)', () => {
  expect(LEXICONS.de.words).toContain(firstClue('de'));
  for (const language of ['en', 'fr', 'ja'] as const)
    expect(LEXICONS.en.words).toContain(firstClue(language));
});

it('a bot never says again what was refused, whatever it is about', () => {
  const { mind, say } = giver('en');
  const said = Array.from({ length: 60 }, () => {
    const move = say();
    if (move?.type !== 'giveClue') throw new Error('no clue');
    mind.refused?.(move);
    return move.text;
  });
  expect(new Set(said).size).toBe(said.length);
});

/** What bots say in one game with somebody of this name; the same chance every time. */
async function cluesBeside(name: string): Promise<string[]> {
  const said: string[] = [];
  const ports = {
    journal: memoryJournal<TableEvent<GameEvent>>(),
    clock: new FakeClock(),
    entropy: seededEntropy(5),
    log: fakeLog(),
    botPace: 1,
  };
  const isRude = () => false;
  const driver = new BotDriver(colorTable, bot, ports, (state, move) =>
    hostedColorClues.screen!(state, move, { isRude }),
  );
  const opened = await openMatch(colorTable, matchId('named'), ports, {
    onCommit: () => driver.update(match),
    onStop: () => {},
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const match = opened.value;
  let serial = 0;
  const tell = (command: TableCommand<GameCommand>) =>
    match.dispatch({ commandId: commandId(`test-${++serial}`), by: { kind: 'system' }, command });
  await tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 4 });
  await tell({ type: 'sit', person: { id: playerId('ana'), name, marker: 0 } });
  while (match.state.phase === 'playing') {
    await ports.clock.advance(1_000);
    const { game } = match.state;
    if (!game) break;
    const { history } = colorTable.game.view(game, { kind: 'spectator' });
    if (history.length > 5) break;
    said.splice(0, said.length, ...history.flatMap(({ clues }) => clues));
  }
  driver.stop();
  match.close();
  return said;
}

it('bots say nobody’s name, in whatever clue (rule 5.2)', async () => {
  const usual = await cluesBeside('Ana');
  expect(usual.length).toBeGreaterThan(4);
  // Somebody is called like the first clue, somebody like a word of a later one.
  for (const name of [usual[0]!, usual.at(-1)!.split(' ')[0]!]) {
    const clues = await cluesBeside(name);
    expect(clues.length).toBeGreaterThan(4);
    const named = clues.filter((clue) => checkClueAgainstNames(clue, namedBy([name])) !== null);
    expect(named).toEqual([]);
  }
});
