import type { ConversationKind } from '../../shared/chat/types.ts';
import { bodyOf, RoomClient, seatPath, verdictOf } from './matrix-client.ts';
import { until } from './until.ts';
import { patientlyAsked, Visitor } from './visitor.ts';

/** One conversation with everybody who is needed to try one role in it. */
export interface World {
  readonly conversation: string;
  readonly actor: Visitor;
  /** Null where the actor cannot come in. */
  readonly client: RoomClient | null;
  /** Somebody who may read and write here. */
  readonly witness: RoomClient;
  /** Ids of people. In a direct talk the other person is member, moderator and owner at once. */
  readonly people: Readonly<Record<'member' | 'moderator' | 'owner' | 'outcast' | 'newcomer', string>>;
  /** Messages; 0 for none. */
  readonly own: number;
  readonly theirs: number;
  readonly pinned: number;
}

export interface Setting {
  readonly server: Visitor['server'];
  readonly operator: Visitor;
}

/** Everybody is called the same: nothing goes by names. */
const NAME = 'Matrix';

export async function newcomer({ server }: Setting, name: string | null = NAME): Promise<Visitor> {
  const visitor = await Visitor.arrive(server);
  if (name === null) return visitor;
  const { status } = await visitor.call('/api/me', { method: 'PATCH', body: { name } });
  if (status !== 200) throw new Error(`${name} is no name`);
  return visitor;
}

export async function post(visitor: Visitor, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await patientlyAsked(() => visitor.call(path, { method: 'POST', body }));
  if (answer.status >= 300) throw new Error(`${path}: ${verdictOf(answer)}`);
  return bodyOf(answer);
}

/** Does something that must work; resolves to the entry it led to. */
export async function must(client: RoomClient, command: object): Promise<number> {
  const { code, value } = await client.say(command);
  if (code !== 'ok') throw new Error(`${JSON.stringify(command)} was refused: ${code}`);
  return value?.seq ?? 0;
}
export const writing = (text: string) => ({ type: 'post', text, replyTo: null, mentions: [], table: null });
const OWN_EMOJI = '😄';
/** Words that stand in the messages and in the title of every conversation. */
export const SECRET_WORDS = 'quinacridone';
export const SECRET_TITLE = 'phthalocyanine';

/** What the actor does while they still may: writes, and reacts to somebody. */
async function takePart(client: RoomClient, theirs: number): Promise<number> {
  const own = await must(client, writing('mine'));
  if (theirs > 0) await must(client, { type: 'react', target: theirs, emoji: OWN_EMOJI });
  return own;
}

/** Closes a client when the server has let go of it, and not before. */
async function gone(client: RoomClient): Promise<void> {
  await until(() => client.socket.isClosed, 'the door to close');
}

async function publicWorld(setting: Setting, role: string): Promise<World> {
  const owner = await newcomer(setting);
  const title = { title: SECRET_TITLE, topic: '', language: '' };
  const made = await post(owner, '/api/chat/lobbies', {
    name: owner.id.toLowerCase().replace(/\W|_/g, 'x'),
    ...title,
  });
  const conversation = String(made.conversation);
  const boss = await RoomClient.enter(owner, conversation);
  const [member, moderator, outcast] = (await Promise.all(
    [0, 1, 2].map(async () => RoomClient.enter(await newcomer(setting), conversation)),
  )) as [RoomClient, RoomClient, RoomClient];
  for (const each of [member, moderator, outcast]) await must(each, { type: 'join' });
  await must(boss, { type: 'setRole', person: moderator.visitor.id, role: 'moderator' });
  await must(boss, { type: 'ban', person: outcast.visitor.id });
  const theirs = await must(member, writing(`theirs ${SECRET_WORDS}`));
  const pinned = await must(member, writing(`pinned ${SECRET_WORDS}`));
  await must(boss, { type: 'pin', target: pinned });

  const isGuest = role === 'guest';
  const actor =
    role === 'owner'
      ? owner
      : role === 'operator'
        ? setting.operator
        : await newcomer(setting, isGuest ? null : undefined);
  const client = role === 'owner' ? boss : await RoomClient.enter(actor, conversation);
  let own = 0;
  if (!/^(?:stranger|guest|operator)$/.test(role)) {
    if (role !== 'owner') await must(client, { type: 'join' });
    own = await takePart(client, theirs);
  }
  if (role === 'left') await must(client, { type: 'leave' });
  await punish(boss, actor, role);
  const people = {
    member: member.visitor.id,
    moderator: moderator.visitor.id,
    owner: owner.id,
    outcast: outcast.visitor.id,
    newcomer: (await newcomer(setting)).id,
  };
  const isOut = role === 'banned';
  if (isOut) await gone(client);
  return { conversation, actor, client: isOut ? null : client, witness: member, people, own, theirs, pinned };
}

/** What whoever has the power does to the actor. */
async function punish(boss: RoomClient, { id: person }: Visitor, role: string): Promise<void> {
  if (role === 'muted') await must(boss, { type: 'mute', person, minutes: 60 });
  if (role === 'kicked') await must(boss, { type: 'kick', person });
  if (role === 'banned') await must(boss, { type: 'ban', person });
  if (role === 'moderator') await must(boss, { type: 'setRole', person, role: 'moderator' });
}

const OUTSIDE = /^(?:stranger|asked|declined|left|kicked|banned|operator|decliner)$/;

async function groupWorld(setting: Setting, role: string): Promise<World> {
  const [owner, member, moderator, outcast, other] = (await Promise.all(
    [0, 1, 2, 3, 4].map(() => newcomer(setting)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor];
  const isStranger = /^(?:stranger|operator|owner)$/.test(role);
  const actor =
    role === 'owner'
      ? owner
      : role === 'operator'
        ? setting.operator
        : await newcomer(setting, role === 'guest' ? null : undefined);
  const asked = [member, moderator, outcast, ...(isStranger ? [] : [actor])];
  const made = await post(owner, '/api/chat/groups', {
    title: SECRET_TITLE,
    people: asked.map(({ id }) => id),
  });
  const conversation = String(made.conversation);
  for (const each of asked.filter((each) => each !== actor))
    await post(each, `/api/chat/${conversation}/answer`, { answer: 'accept' });
  const boss = await RoomClient.enter(owner, conversation);
  const writer = await RoomClient.enter(member, conversation);
  await must(boss, { type: 'setRole', person: moderator.id, role: 'moderator' });
  await must(boss, { type: 'ban', person: outcast.id });
  const theirs = await must(writer, writing(`theirs ${SECRET_WORDS}`));
  const pinned = await must(writer, writing(`pinned ${SECRET_WORDS}`));
  await must(boss, { type: 'pin', target: pinned });

  let own = 0;
  let client: RoomClient | null = role === 'owner' ? boss : null;
  if (role === 'declined') await post(actor, `/api/chat/${conversation}/answer`, { answer: 'decline' });
  else if (!isStranger && role !== 'asked') {
    await post(actor, `/api/chat/${conversation}/answer`, { answer: 'accept' });
    client = await RoomClient.enter(actor, conversation);
  }
  if (client && role !== 'guest') own = await takePart(client, theirs);
  if (client && role === 'left') await must(client, { type: 'leave' });
  await punish(boss, actor, role);
  if (client && OUTSIDE.test(role)) {
    await gone(client);
    client = null;
  }
  const people = {
    member: member.id,
    moderator: moderator.id,
    owner: owner.id,
    outcast: outcast.id,
    newcomer: other.id,
  };
  return { conversation, actor, client, witness: writer, people, own, theirs, pinned };
}

async function directWorld(setting: Setting, role: string): Promise<World> {
  const isOutsider = role === 'stranger' || role === 'operator';
  const opens = /^(?:opener|asking|refused|deserted|blocker)$/.test(role);
  const actor =
    role === 'operator' ? setting.operator : await newcomer(setting, role === 'guest' ? null : undefined);
  const [other, third, outcast] = (await Promise.all([0, 1, 2].map(() => newcomer(setting)))) as [
    Visitor,
    Visitor,
    Visitor,
  ];
  const me = isOutsider ? third : actor;
  const [asker, answerer] = opens ? [me, other] : [other, me];
  const made = await post(asker, '/api/chat/direct', { person: answerer.id });
  const conversation = String(made.conversation);
  const answer = (what: string) => post(answerer, `/api/chat/${conversation}/answer`, { answer: what });
  const people = {
    member: other.id,
    moderator: other.id,
    owner: other.id,
    outcast: outcast.id,
    newcomer: (await newcomer(setting)).id,
  };
  const first = await RoomClient.enter(asker, conversation);
  if (role === 'asking' || role === 'refused' || role === 'asked' || role === 'decliner') {
    let own = 0;
    for (let i = 0; i < (role === 'asking' ? 3 : 1); i++) own = await must(first, writing('mine'));
    if (role === 'refused' || role === 'decliner') await answer('decline');
    const isIn = role === 'asking' || role === 'refused';
    return {
      conversation,
      actor,
      client: isIn ? first : null,
      witness: first,
      people,
      own: isIn ? own : 0,
      theirs: 0,
      pinned: 0,
    };
  }
  await answer('accept');
  const second = await RoomClient.enter(answerer, conversation);
  const [mine, yours] = me === asker ? [first, second] : [second, first];
  const theirs = await must(yours, writing(`theirs ${SECRET_WORDS}`));
  const pinned = await must(yours, writing(`pinned ${SECRET_WORDS}`));
  await must(yours, { type: 'pin', target: pinned });
  const own = role === 'guest' ? 0 : await takePart(mine, theirs);
  if (role === 'left') await must(mine, { type: 'leave' });
  if (role === 'deserted') await must(yours, { type: 'leave' });
  const block = { isBlocked: true };
  if (role === 'blocked') await post(other, '/api/chat/block', { person: me.id, ...block });
  if (role === 'blocker') await post(me, '/api/chat/block', { person: other.id, ...block });
  if (role === 'left') await gone(mine);
  const isIn = !isOutsider && role !== 'left';
  return {
    conversation,
    actor,
    client: isIn ? mine : null,
    witness: role === 'deserted' ? mine : yours,
    people,
    own: isIn ? own : 0,
    theirs,
    pinned,
  };
}

async function tableWorld(setting: Setting, role: string): Promise<World> {
  const [host, member, outcast, other] = (await Promise.all([0, 1, 2, 3].map(() => newcomer(setting)))) as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ];
  const { code } = await post(host, '/api/tables', { visibility: 'private' });
  const table = String(code);
  const seat = { wantsSeat: true, protocol: [1, 1] };
  const conversation = String((await post(host, seatPath(table), seat)).talk);
  const atTable = await RoomClient.enter(host, table);
  await RoomClient.enter(member, table);
  const boss = await RoomClient.enter(setting.operator, conversation);
  const writer = await RoomClient.enter(member, conversation);
  await must(boss, { type: 'ban', person: outcast.id });
  const theirs = await must(writer, writing(`theirs ${SECRET_WORDS}`));
  const pinned = await must(writer, writing(`pinned ${SECRET_WORDS}`));
  await must(boss, { type: 'pin', target: pinned });

  const actor =
    role === 'host' ? host : role === 'operator' ? setting.operator : await newcomer(setting, null);
  const mine = role === 'host' || role === 'operator' ? atTable : await RoomClient.enter(actor, table);
  if (role === 'spectator') await must(mine, { type: 'leave' });
  const client = role === 'operator' ? boss : await RoomClient.enter(actor, conversation);
  const own = await takePart(client, theirs);
  if (role === 'kicked') await must(atTable, { type: 'kick', seat: 3 });
  else await punish(boss, actor, role);
  const isOut = role === 'kicked' || role === 'banned';
  if (isOut) await gone(client);
  // The records of a conversation are written in order: when these two are done, so is what the table said before.
  for (const type of ['unban', 'ban']) await must(boss, { type, person: outcast.id });
  const people = {
    member: member.id,
    moderator: member.id,
    owner: host.id,
    outcast: outcast.id,
    newcomer: other.id,
  };
  return { conversation, actor, client: isOut ? null : client, witness: writer, people, own, theirs, pinned };
}

const MAKERS: Readonly<Record<ConversationKind, (setting: Setting, role: string) => Promise<World>>> = {
  public: publicWorld,
  group: groupWorld,
  direct: directWorld,
  table: tableWorld,
};

export const makeWorld = (kind: ConversationKind, setting: Setting, role: string): Promise<World> =>
  MAKERS[kind](setting, role);

/** Everything that can be wished for in a conversation, by what it is called in the grids. */
export const ACTS: Readonly<Record<string, (world: World) => object>> = {
  join: () => ({ type: 'join' }),
  leave: () => ({ type: 'leave' }),
  accept: () => ({ type: 'accept' }),
  decline: () => ({ type: 'decline' }),
  invite: ({ people }) => ({ type: 'invite', person: people.newcomer }),
  post: () => writing('more'),
  editOwn: ({ own }) => ({ type: 'edit', target: own, text: 'other words', mentions: [] }),
  editTheirs: ({ theirs }) => ({ type: 'edit', target: theirs, text: 'other words', mentions: [] }),
  deleteOwn: ({ own }) => ({ type: 'delete', target: own }),
  deleteTheirs: ({ theirs }) => ({ type: 'delete', target: theirs }),
  react: ({ theirs }) => ({ type: 'react', target: theirs, emoji: '👍' }),
  unreact: ({ theirs }) => ({ type: 'unreact', target: theirs, emoji: OWN_EMOJI }),
  pin: ({ theirs }) => ({ type: 'pin', target: theirs }),
  unpin: ({ pinned }) => ({ type: 'unpin', target: pinned }),
  configure: () => ({ type: 'configure', settings: { title: 'Another title' } }),
  muteMember: ({ people }) => ({ type: 'mute', person: people.member, minutes: 5 }),
  muteModerator: ({ people }) => ({ type: 'mute', person: people.moderator, minutes: 5 }),
  muteOwner: ({ people }) => ({ type: 'mute', person: people.owner, minutes: 5 }),
  muteSelf: ({ actor }) => ({ type: 'mute', person: actor.id, minutes: 5 }),
  unmuteSelf: ({ actor }) => ({ type: 'mute', person: actor.id, minutes: 0 }),
  kickMember: ({ people }) => ({ type: 'kick', person: people.member }),
  kickModerator: ({ people }) => ({ type: 'kick', person: people.moderator }),
  kickOwner: ({ people }) => ({ type: 'kick', person: people.owner }),
  kickSelf: ({ actor }) => ({ type: 'kick', person: actor.id }),
  banMember: ({ people }) => ({ type: 'ban', person: people.member }),
  banModerator: ({ people }) => ({ type: 'ban', person: people.moderator }),
  banOwner: ({ people }) => ({ type: 'ban', person: people.owner }),
  banSelf: ({ actor }) => ({ type: 'ban', person: actor.id }),
  unban: ({ people }) => ({ type: 'unban', person: people.outcast }),
  promote: ({ people }) => ({ type: 'setRole', person: people.member, role: 'moderator' }),
  demote: ({ people }) => ({ type: 'setRole', person: people.moderator, role: 'member' }),
  dethrone: ({ people }) => ({ type: 'setRole', person: people.owner, role: 'member' }),
  makeOwner: ({ people }) => ({ type: 'setRole', person: people.member, role: 'owner' }),
  ownSelf: ({ actor }) => ({ type: 'setRole', person: actor.id, role: 'owner' }),
};
