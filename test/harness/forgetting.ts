import { expect, it, onTestFinished } from 'vitest';
import { RoomClient } from './matrix-client.ts';
import { post } from './matrix-worlds.ts';
import { Product } from './product.ts';
import { until } from './until.ts';
import { Visitor } from './visitor.ts';

/** A store that the product can be started on, and looked into behind its back. */
export interface ForgetfulStore {
  readonly env: Readonly<Record<string, string>>;
  /** Everything that is stored, as text. */
  dump(): Promise<string>;
  destroy(): Promise<void>;
}

const ROUTES = ['lobbies', 'lobby-lobby/messages', 'lobby-lobby/since?seq=0', 'search?q='];

/** Whatever is taken back leaves every place that anybody can look at: each with a word that is nowhere else. */
export function testForgetting(name: string, open: () => Promise<ForgetfulStore>): void {
  it(`leaves nothing of what was taken back, with its data in ${name}`, async () => {
    const store = await open();
    onTestFinished(() => store.destroy());
    const product = await Product.start({ TRUSTED_PROXIES: '127.0.0.1', ...store.env });
    onTestFinished(async () => {
      await product.stop('SIGKILL');
    });
    const arrive = async (person: string, from: string) => {
      const visitor = await Visitor.arrive(product, from);
      await visitor.call('/api/me', { method: 'PATCH', body: { name: person } });
      return visitor;
    };
    const [ana, ben, cleo] = await Promise.all([
      arrive('Anselma', '10.3.0.1'),
      arrive('Benedikt', '10.3.0.2'),
      arrive('Cleopatra', '10.3.0.3'),
    ]);
    const group = await post(ana, '/api/chat/groups', { title: 'A group', people: [ben.id] });
    const groupId = String(group.conversation);
    const lobby = await RoomClient.enter(ana, 'lobby-lobby');
    const theirs = await RoomClient.enter(ben, 'lobby-lobby');
    const away = await RoomClient.enter(cleo, 'lobby-lobby');
    const inside = await RoomClient.enter(ana, groupId);
    const must = async (room: RoomClient, command: object): Promise<number> => {
      const { code, value } = await room.say(command);
      expect([command, code]).toEqual([command, 'ok']);
      return value?.seq ?? 0;
    };
    const writing = (text: string, mentions: string[] = []) => ({
      type: 'post',
      text,
      replyTo: null,
      mentions,
      table: null,
    });
    await must(theirs, writing('what stays'));

    const former = await must(lobby, writing('kanarie1 for @Benedikt', [ben.id]));
    await must(theirs, { type: 'react', target: former, emoji: '👍' });
    await must(lobby, { type: 'edit', target: former, text: 'kanarie2 now', mentions: [] });
    await must(theirs, { ...writing('an answer'), replyTo: former });
    const pinned = await must(inside, writing('kanarie3 in a group'));
    await must(inside, { type: 'pin', target: pinned });
    await must(inside, { type: 'delete', target: pinned });
    await must(lobby, { type: 'delete', target: former });
    await must(away, writing('kanarie4 of somebody who goes', [ben.id]));
    const last = await must(away, writing('kanarie5 as well'));
    await must(away, { type: 'edit', target: last, text: 'kanarie6 instead', mentions: [] });
    const today = new Date().toISOString().slice(0, 10);
    const placed = await cleo.call(`/api/daily/${today}`, { method: 'POST', body: { places: [1, 2, 3] } });
    expect(placed.status).toBe(200);
    const ofCleo = `${today}:${cleo.id}`;
    expect(await store.dump()).toContain(ofCleo);
    const body = { password: null, name: 'Cleopatra' };
    const gone = await cleo.call('/api/account/delete', { method: 'POST', body });
    expect(gone.status).toBe(200);

    const late = await arrive('Dorothea', '10.3.0.4');
    const words = ['kanarie', 'Kanarie', 'KANARIE'];
    const isIn = (text: string) => [...words, ofCleo].some((word) => text.includes(word));
    await until(async () => !isIn(await store.dump()), 'the store to forget');
    // Whoever comes now, and whoever was there and asks again.
    for (const visitor of [late, ben]) {
      const rooms = [
        await RoomClient.enter(visitor, 'lobby-lobby'),
        await RoomClient.enter(visitor, 'inbox'),
      ];
      for (const route of ROUTES) {
        const { status, text } = await visitor.call(`/api/chat/${route}`.replace(/q=$/, 'q=kanarie'));
        expect([route, status, isIn(text)]).toEqual([route, 200, false]);
      }
      for (const path of ['/api/account', '/api/account/data'])
        expect([path, isIn((await visitor.call(path)).text)]).toEqual([path, false]);
      for (const room of rooms) expect(room.hasHeard('kanarie')).toBe(false);
    }
    expect(isIn((await ana.call(`/api/chat/${groupId}/messages`)).text)).toBe(false);
    const { messages } = JSON.parse((await late.call('/api/chat/lobby-lobby/messages')).text);
    const standing = messages.filter((message: { deletedBy: string }) => message.deletedBy === '');
    expect(standing.map(({ text }: { text: string }) => text)).toEqual(['what stays', 'an answer']);
    expect(theirs.socket.frames.some((frame) => frame.includes('erased'))).toBe(true);
  });
}
