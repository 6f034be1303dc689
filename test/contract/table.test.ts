import { describe, expect, it } from 'vitest';
import { playerId, type SeatId, seatId } from '../../shared/core/ids.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import { tableFor } from '../../shared/table/table.ts';
import { EMPTY_TABLE_MS, HOST_GRACE_MS, SEAT_GRACE_MS, START_GRACE_MS } from '../../shared/table/wake-up.ts';
import { colorTable, ScriptedTable } from '../harness/scripted-table.ts';
import { opened, person, Script, seated, table, take } from '../harness/table-script.ts';
import { toyGame } from '../harness/toy-game.ts';

describe('whoever looks after the server', () => {
  it('sends anybody away for good: a host in a game, who waits for a seat, who only watches', () => {
    const script = seated('ana', 'ben', 'cleo', 'dev');
    expect(script.as('ana', { type: 'start' })).toBe('ok');
    script.tell({ type: 'sit', person: person('eve') });
    for (const name of ['ana', 'eve', 'flo'])
      expect(script.tell({ type: 'expel', player: playerId(name) })).toBe('ok');
    expect(script.names).not.toContain('ana');
    expect(script.state.host).toBe(script.seat('ben'));
    expect(script.state.queue).toEqual([]);
    for (const name of ['ana', 'eve', 'flo'])
      expect(script.tell({ type: 'sit', person: person(name) })).toBe('kicked');
    expect(script.tell({ type: 'expel', player: playerId('flo') })).toBe('no_change');
  });

  it('closes a table in the middle of a game, and nobody else does', () => {
    const script = seated('ana', 'ben', 'cleo');
    script.as('ana', { type: 'start' });
    for (const command of [{ type: 'close' }, { type: 'expel', player: playerId('ben') }] as const)
      expect(script.as('ana', command)).toBe('unknown_command');
    expect(script.tell({ type: 'close' })).toBe('ok');
    expect(script.state.phase).toBe('closed');
    expect(script.tell({ type: 'close' })).toBe('gone');
  });
});

describe('seats', () => {
  it('go to people in the order they come, each with a marker of their own', () => {
    const script = seated('ana', 'ben', 'cleo');
    expect(script.names).toEqual(['ana', 'ben', 'cleo']);
    expect(script.state.seats.map((seat) => seat.person.marker)).toEqual([0, 1, 2]);
  });

  it('are given once per person', () => {
    expect(seated('ana').tell({ type: 'sit', person: person('ana') })).toBe('already_seated');
  });

  it('run out', () => {
    const script = seated('ana', 'ben', 'cleo', 'dev');
    expect(script.tell({ type: 'sit', person: person('ema') })).toBe('table_full');
  });

  it('of bots are taken over by people who come', () => {
    const script = seated('ana');
    script.as('ana', { type: 'addBot' });
    const bot = script.state.seats[1]?.id;
    script.tell({ type: 'sit', person: person('ben') });
    expect(script.state.seats.map((seat) => [seat.id, seat.kind])).toEqual([
      [1, 'human'],
      [bot, 'human'],
    ]);
  });

  it('keep a new name and marker', () => {
    const script = seated('ana', 'ben');
    expect(script.tell({ type: 'rename', person: { ...person('ana', 0), name: 'Anna' } })).toBe('ok');
    expect(script.tell({ type: 'rename', person: { ...person('ana', 0), name: 'Anna' } })).toBe('no_change');
    expect(script.tell({ type: 'rename', person: { ...person('ana', 1), name: 'Anna' } })).toBe('ok');
    expect(script.state.seats[0]?.person).toEqual({ id: 'ana', name: 'Anna', marker: 2 });
  });

  it('give people their own marker before the first game: a bot that has it takes another', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'addBot' });
    script.as('ana', { type: 'addBot' });
    const markers = () => script.state.seats.map((seat) => seat.person.marker);
    const [, , , last] = markers();
    expect(script.tell({ type: 'sit', person: person('cleo', last) })).toBe('ok');
    expect(markers()[2]).toBe(last);
    const [, , , other] = markers();
    expect(script.tell({ type: 'rename', person: person('ana', other) })).toBe('ok');
    expect(markers()[0]).toBe(other);
    expect(new Set(markers()).size).toBe(4);
    expect(script.as('ana', { type: 'start' })).toBe('ok');
    const [, , , during] = markers();
    script.tell({ type: 'rename', person: person('ben', during) });
    while (script.state.phase === 'playing') script.wake();
    expect(markers()[3]).toBe(during);
  });

  it('keep names that can be told apart: of people, of bots, after a rename (rule 6.10)', () => {
    const script = seated('Robin');
    script.tell({ type: 'sit', person: { ...person('b'), name: 'ROBIN' } });
    script.tell({ type: 'sit', person: { ...person('c'), name: 'robin' } });
    expect(script.names).toEqual(['Robin', 'ROBIN 2', 'robin 3']);
    script.tell({ type: 'rename', person: { ...person('c'), name: 'Robin 2' } });
    expect(script.names).toEqual(['Robin', 'ROBIN 2', 'Robin 2 2']);
    script.tell({ type: 'rename', person: { ...person('Robin'), name: 'Ana' } });
    expect(script.tell({ type: 'rename', person: { ...person('b'), name: 'Robin' } })).toBe('ok');
    expect(script.names).toEqual(['Ana', 'Robin', 'Robin 2 2']);
    for (let seed = 0; seed < 20; seed++) {
      const other = seated('otto', 'MIKA', 'Juno');
      other.as('otto', { type: 'addBot' });
      expect(['Otto', 'Mika', 'Juno']).not.toContain(other.names[3]);
    }
  });

  it('show names and markers that were taken while there is a secret when it is none any more (rule 6.9)', () => {
    const script = seated('ana', 'ben', 'cleo');
    script.as('ana', { type: 'start' });
    const before = table.view(script.state, { kind: 'spectator' });
    const rename = (id: string, name: string, marker = 9) =>
      script.tell({ type: 'rename', person: { id: playerId(id), name, marker } });
    expect([rename('ana', 'SECRET'), rename('ana', 'SECRET'), rename('ana', 'Anna')]).toEqual([
      'ok',
      'no_change',
      'ok',
    ]);
    expect([rename('ben', 'Anna'), rename('cleo', 'Cloe')]).toEqual(['ok', 'ok']);
    expect(table.view(script.state, { kind: 'spectator' })).toEqual(before);
    script.as('cleo', { type: 'leave' });
    while (script.state.phase === 'playing') script.wake();
    expect(script.names).toEqual(['Anna', 'Anna 2']);
    expect(script.state.seats.map((seat) => seat.person.marker)).toEqual([9, 10]);
    expect(script.state.renames).toEqual([]);
    expect(rename('ana', 'Ana')).toBe('ok');
    expect(script.names).toEqual(['Ana', 'Anna 2']);
  });

  it('are freed of people who stay away while no game runs', () => {
    const script = seated('ana', 'ben');
    script.tell({ type: 'goAway', player: playerId('ben') });
    expect(script.tell({ type: 'timeUp' })).toBe('too_early');
    script.now += SEAT_GRACE_MS;
    expect(script.tell({ type: 'timeUp' })).toBe('ok');
    expect(script.names).toEqual(['ana']);
  });
});

describe('the host', () => {
  it('is who sits first, and the only one who may run the table', () => {
    const script = seated('ana', 'ben');
    expect(script.state.host).toBe(script.seat('ana'));
    for (const type of ['start', 'addBot', 'skipTurn'] as const)
      expect(script.as('ben', { type })).toBe('not_host');
    expect(script.as('nobody', { type: 'start' })).toBe('not_seated');
  });

  it('hands over, leaves, and is replaced', () => {
    const script = seated('ana', 'ben', 'cleo');
    expect(script.as('ana', { type: 'makeHost', seat: script.seat('cleo') })).toBe('ok');
    expect(script.state.host).toBe(script.seat('cleo'));
    script.as('cleo', { type: 'leave' });
    expect(script.state.host).toBe(script.seat('ana'));
  });

  it('who stays away loses the office to somebody who is there (rule 6.7)', () => {
    const script = seated('ana', 'ben');
    script.tell({ type: 'goAway', player: playerId('ana') });
    script.now += HOST_GRACE_MS;
    expect(script.tell({ type: 'timeUp' })).toBe('ok');
    expect(script.state.host).toBe(script.seat('ben'));
  });

  it('cannot be a bot or a stranger', () => {
    const script = seated('ana');
    script.as('ana', { type: 'addBot' });
    expect(script.as('ana', { type: 'makeHost', seat: seatId(2) })).toBe('unknown_seat');
    expect(script.as('ana', { type: 'makeHost', seat: seatId(77) })).toBe('unknown_seat');
  });

  it('kicks: a person does not come back, a bot is only sent away', () => {
    const script = seated('ana', 'ben');
    expect(script.as('ana', { type: 'kick', seat: script.seat('ana') })).toBe('unknown_seat');
    expect(script.as('ana', { type: 'kick', seat: script.seat('ben') })).toBe('ok');
    expect(script.tell({ type: 'sit', person: person('ben') })).toBe('kicked');
    script.as('ana', { type: 'addBot' });
    expect(script.as('ana', { type: 'kick', seat: script.state.seats[1]!.id })).toBe('ok');
    expect(script.names).toEqual(['ana']);
    expect(script.state.banned).toEqual(['ben']);
  });

  it('changes options between games, not within one', () => {
    const script = seated('ana', 'ben');
    expect(script.as('ana', { type: 'setOptions', options: { fast: true } })).toBe('ok');
    expect(script.state.options).toEqual({ fast: true });
    script.as('ana', { type: 'start' });
    expect(script.as('ana', { type: 'setOptions', options: {} })).toBe('game_running');
  });
});

describe('a game at the table', () => {
  it('needs enough players', () => {
    expect(seated('ana').as('ana', { type: 'start' })).toBe('too_few_players');
  });

  it('begins without those who went before: they come back as newcomers (rule 6.8)', () => {
    const script = seated('ana', 'ben', 'cleo');
    script.tell({ type: 'goAway', player: playerId('ben') });
    script.now += START_GRACE_MS;
    expect(script.as('ana', { type: 'start' })).toBe('ok');
    expect([script.names, script.state.game?.order]).toEqual([
      ['ana', 'cleo'],
      [1, 3],
    ]);
    expect(script.tell({ type: 'sit', person: person('ben') })).toBe('ok');
    expect(script.state.queue.map(({ name }) => name)).toEqual(['ben']);
  });

  it('counts only those who are there, and keeps the seats when they are too few', () => {
    const script = seated('ana', 'ben');
    script.tell({ type: 'goAway', player: playerId('ben') });
    script.now += START_GRACE_MS;
    expect(script.as('ana', { type: 'start' })).toBe('too_few_players');
    expect(script.names).toEqual(['ana', 'ben']);
  });

  it('waits for nobody who was gone for a moment only', () => {
    const script = seated('ana', 'ben');
    script.tell({ type: 'goAway', player: playerId('ben') });
    script.now += START_GRACE_MS - 1;
    expect(script.as('ana', { type: 'start' })).toBe('ok');
    expect(script.names).toEqual(['ana', 'ben']);
  });

  it('tells the game which seats are bots, at every move', () => {
    const seen: SeatId[][] = [];
    const spy = tableFor({
      ...toyGame,
      decide(state, by, command, ctx) {
        seen.push([...(ctx.bots ?? [])]);
        return toyGame.decide(state, by, command, ctx);
      },
    });
    const script = new Script(spy);
    script.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
    script.tell({ type: 'sit', person: person('ana') });
    script.as('ana', { type: 'addBot' });
    script.as('ana', { type: 'start' });
    script.as('ana', take(1));
    expect(seen.at(-1)).toEqual([2]);
  });

  it('runs, ends, and can be played again by the same people', () => {
    const script = seated('ana', 'ben');
    expect(script.as('ana', take(1))).toBe('no_game');
    script.as('ana', { type: 'start' });
    expect(script.as('ana', { type: 'start' })).toBe('game_running');
    expect(script.as('ben', take(1))).toBe('not_your_turn');
    for (const [name, coins] of [
      ['ana', 3],
      ['ben', 3],
      ['ana', 3],
      ['ben', 1],
    ] as const) {
      expect(script.as(name, take(coins))).toBe('ok');
    }
    expect([script.state.phase, script.state.gameNumber]).toEqual(['over', 1]);
    expect(script.as('ana', { type: 'start' })).toBe('ok');
    expect([script.state.phase, script.state.gameNumber, script.state.game?.coins]).toEqual([
      'playing',
      2,
      10,
    ]);
  });

  it('lets people who come in the middle wait, and seats them when the round is over (rule 6.5)', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'start' });
    expect(script.tell({ type: 'sit', person: person('cleo') })).toBe('ok');
    expect(script.tell({ type: 'sit', person: person('cleo') })).toBe('already_seated');
    expect([script.names, script.state.queue.length]).toEqual([['ana', 'ben'], 1]);
    script.as('ana', take(3));
    script.as('ben', take(2)); // five coins left: the toy's seats are open
    expect([script.names, script.state.queue.length]).toEqual([['ana', 'ben', 'cleo'], 0]);
    expect(script.state.game?.order).toEqual([1, 2, 3]);
  });

  it('forgets who waited and went', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'start' });
    script.tell({ type: 'sit', person: person('cleo') });
    expect(script.tell({ type: 'goAway', player: playerId('cleo') })).toBe('ok');
    expect(script.state.queue).toEqual([]);
  });

  it('adds no bots in the middle of a round', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'start' });
    expect(script.as('ana', { type: 'addBot' })).toBe('seats_closed');
  });

  it('is moved on by the host, who may skip whoever is waited for (rule 6.6)', () => {
    const script = seated('ana', 'ben');
    expect(script.as('ana', { type: 'skipTurn' })).toBe('no_game');
    script.as('ana', { type: 'start' });
    expect(script.as('ana', { type: 'skipTurn' })).toBe('ok');
    expect(script.state.game?.coins).toBe(9);
  });

  it('starts by itself at a quick table, as soon as a person sits down', () => {
    const script = opened(3);
    expect([script.state.phase, script.state.seats.length]).toEqual(['waiting', 3]);
    script.tell({ type: 'sit', person: person('ana') });
    expect([script.state.phase, script.state.seats.length]).toEqual(['playing', 3]);
    expect(script.state.host).toBe(script.seat('ana'));
  });
});

describe('a game whose options say how many can play', () => {
  const choosy = tableFor({
    ...toyGame,
    seatsWith: (options) => (options === 'crowd' ? { min: 1, max: 4 } : { min: 2, max: 3 }),
    quickOptions: (people) => (people >= 3 ? 'crowd' : null),
  });
  const table = (bots = 0, options: unknown = null, isChosen = false): Script => {
    const script = new Script(choosy);
    script.tell({ type: 'open', name: 'T', visibility: 'public', options, isChosen, bots });
    return script;
  };
  const sit = (script: Script, ...names: string[]) =>
    names.map((name) => script.tell({ type: 'sit', person: person(name) }));

  it('seats as many, and starts with as few, as the chosen options allow', () => {
    const script = table();
    expect(sit(script, 'Ana')).toEqual(['ok']);
    expect(script.as('Ana', { type: 'start' })).toBe('too_few_players');
    expect(sit(script, 'Ben', 'Cleo', 'Dev')).toEqual(['ok', 'ok', 'table_full']);
    expect(script.as('Ana', { type: 'setOptions', options: 'crowd' })).toBe('ok');
    expect(sit(script, 'Dev')).toEqual(['ok']);
    expect(script.as('Ana', { type: 'setOptions', options: 'few' })).toBe('too_many_players');
    expect(script.state.options).toBe('crowd');
    const alone = table(0, 'crowd');
    sit(alone, 'Ana');
    expect(alone.as('Ana', { type: 'start' })).toBe('ok');
  });

  it('is chosen by how many people are there at a quick table where nobody has chosen (rule 7.4)', () => {
    const play = (script: Script) => {
      script.state = { ...script.state, phase: 'over' };
      expect(script.as('Ana', { type: 'start' })).toBe('ok');
      return script.state.options;
    };
    const few = table(3);
    sit(few, 'Ana', 'Ben');
    expect(play(few)).toBeNull();
    few.state = { ...few.state, phase: 'over' };
    sit(few, 'Cleo');
    expect(play(few)).toBe('crowd');
    const wanted = table(3, 'few', true);
    sit(wanted, 'Ana', 'Ben', 'Cleo');
    expect(play(wanted)).toBe('few');
    const chosen = table(3);
    sit(chosen, 'Ana');
    chosen.state = { ...chosen.state, phase: 'over' };
    sit(chosen, 'Ben', 'Cleo');
    expect(chosen.as('Ana', { type: 'setOptions', options: 'few' })).toBe('ok');
    expect(play(chosen)).toBe('few');
    const own = table();
    sit(own, 'Ana', 'Ben', 'Cleo');
    expect(play(own)).toBeNull();
  });
});

describe('a table that nobody is at', () => {
  it('closes after a while, and then refuses everything (rule 6.7)', () => {
    const script = opened();
    script.now += EMPTY_TABLE_MS - 1;
    expect(script.tell({ type: 'timeUp' })).toBe('too_early');
    expect(script.wake()).toBe('ok');
    expect(script.state.phase).toBe('closed');
    expect(script.tell({ type: 'sit', person: person('ana') })).toBe('gone');
    expect(script.wake()).toBe('nothing due');
  });

  it('does not close while somebody is back', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'start' });
    script.tell({ type: 'goAway', player: playerId('ana') });
    script.tell({ type: 'goAway', player: playerId('ben') });
    expect(script.state.emptySince).toBe(1_000);
    script.tell({ type: 'comeBack', player: playerId('ben') });
    expect(script.state.emptySince).toBeNull();
  });

  it('keeps waking the game while its people are away, and ends', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'start' });
    script.tell({ type: 'goAway', player: playerId('ana') });
    script.tell({ type: 'goAway', player: playerId('ben') });
    for (let wakes = 0; script.state.phase !== 'closed'; wakes++) {
      expect(script.wake()).toBe('ok');
      expect(wakes).toBeLessThan(50);
    }
  });
});

describe('who may say what', () => {
  it('keeps the system to the server', () => {
    const script = seated('ana', 'ben');
    for (const command of [
      { type: 'sit', person: person('x') },
      { type: 'goAway', player: playerId('ben') },
      { type: 'rename', person: person('ben') },
    ] as const) {
      expect(script.as('ana', command)).toBe('unknown_command');
    }
    expect(script.tell({ type: 'open', name: 'U', visibility: 'public', options: null, bots: 0 })).toBe(
      'unknown_command',
    );
    expect(new Script().tell({ type: 'sit', person: person('ana') })).toBe('unknown_command');
  });

  it('refuses what would change nothing', () => {
    expect(seated('ana').tell({ type: 'comeBack', player: playerId('ana') })).toBe('no_change');
    expect(seated('ana').tell({ type: 'goAway', player: playerId('nobody') })).toBe('no_change');
  });
});

describe('what is played', () => {
  it('is said by the first fact of a table', () => {
    const open = { type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 } as const;
    const decided = table.decide(table.initial, { kind: 'system' }, open, { now: 0, rng: seededRng(1) });
    expect(decided).toMatchObject({ ok: true, value: [{ type: 'tableOpened', game: 'toy' }] });
  });

  it('is the game that reads it, where an entry of an earlier program does not say it', () => {
    const old = {
      type: 'tableOpened',
      name: 'T',
      visibility: 'public',
      options: null,
      isQuick: false,
      at: 0,
    };
    expect(table.upcast(old, 1)).toEqual({ ...old, game: 'toy', language: 'en' });
    expect(table.upcast({ ...old, game: 'other' }, 1)).toEqual({
      ...old,
      game: 'other',
      language: 'en',
    });
  });
});

describe('a decision', () => {
  it.each([1, 2, 3])('says the state that its facts make of the one before, game %i', (seed) => {
    const script = ScriptedTable.playing(seed, 4);
    const rng = seededRng(seed);
    const stages = new Set<string>();
    for (let step = 0; step < 120; step++) {
      const { legal } = script;
      const chosen = legal[rng.int(legal.length)];
      const due = colorTable.deadline(script.state);
      if (!chosen && due === null) break;
      script.now = chosen ? script.now + 500 : due!;
      const by = chosen ? ({ kind: 'seat', seat: chosen.seat } as const) : ({ kind: 'system' } as const);
      const command = chosen ? ({ type: 'play', move: chosen.move } as const) : ({ type: 'timeUp' } as const);
      const decided = colorTable.decide(script.state, by, command, { now: script.now, rng });
      if (!decided.ok) continue;
      const made = decided.value.reduce((state, event) => colorTable.evolve(state, event), script.state);
      expect(decided.after).toEqual(made);
      script.state = made;
      stages.add(script.game.phase.name);
    }
    expect([...stages]).toEqual(expect.arrayContaining(['clue', 'place', 'reveal']));
  });

  it('does not ask a game to apply what it has applied already', () => {
    const evolve = () => {
      throw new Error('applied again');
    };
    const script = ScriptedTable.playing(1, 4);
    const [{ seat, move } = { seat: seatId(0), move: null }] = script.legal;
    const decided = tableFor({ ...colorClues, evolve }).decide(
      script.state,
      { kind: 'seat', seat },
      { type: 'play', move: move! },
      script,
    );
    expect(decided).toMatchObject({ ok: true });
  });
});

describe('the view', () => {
  it('of the table is the same for all, of the game it is one’s own', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'start' });
    const mine = table.view(script.state, { kind: 'seat', seat: script.seat('ana') });
    const theirs = table.view(script.state, { kind: 'seat', seat: script.seat('ben') });
    expect(mine.game?.lucky).not.toBeNull();
    expect(theirs).toEqual({ ...mine, game: { ...mine.game, lucky: null } });
    expect(table.view(script.state, { kind: 'spectator' })).toEqual(theirs);
  });
});
