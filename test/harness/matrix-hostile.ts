import { FLOOD_MESSAGES } from '../../shared/chat/types.ts';
import { HOSTILE_TEXTS, ODD_LETTERS } from './hostile-texts.ts';
import { bodyOf, RoomClient, verdictOf } from './matrix-client.ts';
import { must, newcomer, post, type Setting, writing } from './matrix-worlds.ts';
import { TableClient } from './table-client.ts';
import type { Visitor } from './visitor.ts';

/** Messages in one lobby: as many as a page shows. */
const PER_LOBBY = 40;
const LOBBIES_OF_ONE = 5;
const MAX_NAME = 20;
const MAX_TITLE = 60;
const MAX_TOPIC = 200;
const PASSWORD = 'moss brick lagoon';
/** Why a text may be refused; everything else is a failure. */
const REFUSED =
  /^(?:empty_text|text_too_long|no_change|rude_words|bad_name|newcomer_link|name_taken|clue_\w+)$/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const cut = (text: string, most: number): string =>
  [...graphemes.segment(text)]
    .slice(0, most)
    .map(({ segment }) => segment)
    .join('');

/** A server full of hostile texts, in every field that people can write. */
export interface HostilePlaces {
  /** Paths of pages that show them. */
  readonly lobbies: readonly string[];
  readonly names: string;
  readonly direct: string;
  readonly group: string;
  /** Code of a table in the middle of a game, with a talk. */
  readonly table: string;
  /** Somebody who may see all of it. */
  readonly reader: Visitor;
  /** Messages that were taken, by their conversation. */
  readonly taken: ReadonlyMap<string, number>;
}

function mayRefuse(code: string, text: string): boolean {
  if (code === 'ok') return true;
  if (!REFUSED.test(code.replace(/^\d+ /, '')))
    throw new Error(`${JSON.stringify(text)} was refused: ${code}`);
  return false;
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const titleOf = (text: string) => ({ title: text.slice(0, MAX_TITLE), topic: text.slice(0, MAX_TOPIC) });

/** Takes a text as a name, if it is one. */
async function rename(visitor: Visitor, text: string): Promise<boolean> {
  const name = cut(text, MAX_NAME).slice(0, 200);
  const answer = await visitor.call('/api/me', { method: 'PATCH', body: { name } });
  return answer.status === 200 || mayRefuse(verdictOf(answer), text);
}

/** Somebody whose name is the first of these texts that can be one. */
async function hostilePerson(setting: Setting, texts: readonly string[]): Promise<Visitor> {
  const visitor = await newcomer(setting);
  for (const text of texts) if (await rename(visitor, text)) break;
  return visitor;
}

/** Every text as a message, and every third one as what another message was changed to. */
async function fillLobby(
  setting: Setting,
  owner: Visitor,
  name: string,
  texts: readonly string[],
): Promise<number> {
  await post(owner, '/api/chat/lobbies', { name, title: name, topic: '', language: '' });
  const id = `lobby-${name}`;
  const boss = await RoomClient.enter(owner, id);
  let taken = 0;
  const write = async (few: readonly string[]): Promise<void> => {
    const writer = await RoomClient.enter(await hostilePerson(setting, few), id);
    await must(writer, { type: 'join' });
    // Whoever has just come may not send links; a moderator may.
    await must(boss, { type: 'setRole', person: writer.visitor.id, role: 'moderator' });
    for (const [index, text] of few.entries()) {
      const isEdit = index % 3 === 2;
      const { code, value } = await writer.say(writing(isEdit ? 'harmless' : text));
      if (!mayRefuse(code, text)) continue;
      taken++;
      if (!isEdit) continue;
      const edit = { type: 'edit', target: value?.seq, text, mentions: [] };
      mayRefuse((await writer.say(edit)).code, text);
    }
  };
  await Promise.all(chunks(texts, FLOOD_MESSAGES - 1).map(write));
  // The title itself is every text once.
  for (const text of texts) {
    mayRefuse((await boss.say({ type: 'configure', settings: titleOf(text) })).code, text);
  }
  boss.socket.cut();
  return taken;
}

export async function fillWithHostileTexts(setting: Setting): Promise<HostilePlaces> {
  const taken = new Map<string, number>();
  const reader = await newcomer(setting, 'Reader');
  const names = 'names';
  const [lobbies, direct, group, table] = await Promise.all([
    fillLobbies(setting, taken),
    fillPrivate(setting, reader, taken),
    fillGroups(setting, reader),
    fillTable(setting, reader),
    fillNames(setting, names),
    fillDirectory(setting),
    fillElsewhere(setting),
  ]);
  return { lobbies, names: `/chat/${names}`, direct, group, table, reader, taken };
}

/** Every text as a message somewhere. */
async function fillLobbies(setting: Setting, taken: Map<string, number>): Promise<string[]> {
  return Promise.all(
    chunks(HOSTILE_TEXTS, PER_LOBBY).map(async (texts, index) => {
      const name = `hostile-${index}`;
      taken.set(`lobby-${name}`, await fillLobby(setting, await newcomer(setting), name, texts));
      return `/chat/${name}`;
    }),
  );
}

/** A directory full of lobbies whose titles and topics are the oddest. */
async function fillDirectory(setting: Setting): Promise<void> {
  for (const [page, texts] of chunks(ODD_LETTERS, LOBBIES_OF_ONE).entries()) {
    const owner = await newcomer(setting);
    for (const [index, text] of texts.entries()) {
      const body = { name: `odd-${page}-${index}`, language: '', ...titleOf(text) };
      const answer = await owner.call('/api/chat/lobbies', { method: 'POST', body });
      // Somebody is there: the landing page shows it.
      if (answer.status === 201) await RoomClient.enter(owner, `lobby-${body.name}`);
      else mayRefuse(verdictOf(answer), text);
    }
  }
}

/** A lobby full of people who are called like that, each of whom says something. */
async function fillNames(setting: Setting, name: string): Promise<void> {
  const lobby = { name, title: 'Names', topic: '', language: '' };
  await post(await newcomer(setting), '/api/chat/lobbies', lobby);
  for (const few of chunks(HOSTILE_TEXTS, 20)) {
    await Promise.all(
      few.map(async (text) => {
        const visitor = await newcomer(setting);
        if (!(await rename(visitor, text))) return;
        const client = await RoomClient.enter(visitor, `lobby-${name}`);
        await must(client, writing('What a name!'));
      }),
    );
  }
}

/** A talk of two, all links. */
async function fillPrivate(setting: Setting, reader: Visitor, taken: Map<string, number>): Promise<string> {
  const texts = HOSTILE_TEXTS.filter((text) => /javascript|data:|https?:|vbscript/i.test(text));
  const writer = await hostilePerson(setting, texts);
  const { conversation } = await post(writer, '/api/chat/direct', { person: reader.id });
  const id = String(conversation);
  await post(reader, `/api/chat/${id}/answer`, { answer: 'accept' });
  const client = await RoomClient.enter(writer, id);
  const mine = await RoomClient.enter(reader, id);
  const posted: { client: RoomClient; seq: number }[] = [];
  for (const each of [client, mine]) {
    for (let i = 0; i < FLOOD_MESSAGES; i++)
      posted.push({ client: each, seq: await must(each, writing(`link ${i}`)) });
  }
  // Flood control counts messages, not changes: every message becomes one text after the other.
  for (const [index, text] of texts.entries()) {
    const { client: by, seq } = posted[index % posted.length]!;
    mayRefuse((await by.say({ type: 'edit', target: seq, text, mentions: [] })).code, text);
  }
  taken.set(id, posted.length);
  return `/chat/d/${id.slice('direct-'.length)}`;
}

/** A list full of groups with titles of all kinds. */
async function fillGroups(setting: Setting, reader: Visitor): Promise<string> {
  const maker = await newcomer(setting);
  let last = '';
  for (const text of HOSTILE_TEXTS) {
    const { title } = titleOf(text);
    const answer = await maker.call('/api/chat/groups', {
      method: 'POST',
      body: { title, people: [reader.id] },
    });
    if (answer.status !== 201) {
      mayRefuse(verdictOf(answer), text);
      continue;
    }
    last = String(bodyOf(answer).conversation);
    // Nobody may ask again before there is an answer. Who took part in one group is in the next ones at once.
    await post(reader, `/api/chat/${last}/answer`, { answer: 'accept' }).catch(() => null);
  }
  return `/chat/g/${last.slice('group-'.length)}`;
}

/** A game whose players, clues and talk are hostile. */
async function fillTable(setting: Setting, reader: Visitor): Promise<string> {
  const people = [reader];
  for (const texts of chunks(HOSTILE_TEXTS, 30).slice(0, 5)) people.push(await hostilePerson(setting, texts));
  const { code } = await post(reader, '/api/tables', { visibility: 'public' });
  const table = String(code);
  const clients: TableClient[] = [];
  for (const person of people) clients.push(await TableClient.join(person, table));
  const seat = await post(reader, `/api/tables/${table}/seat`, { wantsSeat: true, protocol: [1, 1] });
  const talk = String(seat.talk);
  for (const [index, person] of people.entries()) {
    const client = await RoomClient.enter(person, talk);
    const texts = HOSTILE_TEXTS.filter((_, i) => i % people.length === index).slice(0, FLOOD_MESSAGES);
    for (const text of texts) mayRefuse((await client.say(writing(text))).code, text);
  }
  const host = clients[0]!;
  const options = { timers: 'off', turns: 1, clueCheck: 'off' };
  for (const command of [{ type: 'setOptions', options }, { type: 'start' }]) await host.say(command);
  for (const client of clients) await client.until(({ game }) => game !== null, 'the game');
  await playRound(clients);
  return table;
}

/** A clue with everybody's answer to it, and another clue. Letters are all that a clue can be made of. */
async function playRound(clients: readonly TableClient[]): Promise<void> {
  const giver = clients.find(({ seat, game }) => seat === game.giver)!;
  const cell = giver.game.secret!.card[0];
  for (const text of HOSTILE_TEXTS) {
    const code = await giver.play({ type: 'giveClue', cell, text: text.slice(0, 100) });
    if (mayRefuse(code ?? 'ok', text)) break;
  }
  for (let placed = 1; placed < clients.length; placed++) {
    await giver.until(({ game }) => game?.queue.length === clients.length - placed, 'the next turn');
    const next = clients.find(({ seat }) => seat === giver.game.queue[0])!;
    await next.play({ type: 'placeMarker', cell: placed });
  }
  await giver.until(({ game }) => game?.stage === 'clue2', 'the second clue');
  for (const text of HOSTILE_TEXTS.toReversed()) {
    const code = await giver.play({ type: 'giveSecondClue', text: text.slice(0, 100) });
    if (mayRefuse(code ?? 'ok', text)) break;
  }
}

/** Fields that only some see: reports, accounts, searches, the data of a person. */
async function fillElsewhere(setting: Setting): Promise<void> {
  const visitor = await newcomer(setting);
  const lobby = await RoomClient.enter(visitor, 'lobby-lobby');
  const seq = await must(lobby, writing('Good morning'));
  for (const text of HOSTILE_TEXTS) {
    const body = { seq, reason: text.slice(0, 500) };
    await post(visitor, '/api/chat/lobby-lobby/report', body);
    const query = encodeURIComponent(text.toWellFormed().slice(0, 200)).slice(0, 1_800);
    for (const path of [`/api/chat/search?q=${query}`, `/api/chat/lobbies?search=${query}`]) {
      const answer = await visitor.call(path);
      if (answer.status >= 500) throw new Error(`${path}: ${verdictOf(answer)}`);
    }
  }
  for (const text of HOSTILE_TEXTS.filter((_, index) => index % 25 === 0)) {
    const claimer = await newcomer(setting);
    const name = cut(text, MAX_NAME).slice(0, 200);
    const answer = await claimer.call('/api/account/claim', {
      method: 'POST',
      body: { name, password: PASSWORD },
    });
    if (answer.status !== 201) mayRefuse(verdictOf(answer), text);
  }
}
