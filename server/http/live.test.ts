import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicTable } from '../../shared/protocol/http.ts';
import { fakeLog } from '../../test/harness/fakes.ts';
import { until } from '../../test/harness/until.ts';
import { readConfig } from '../config.ts';
import { LiveTables } from './live.ts';
import type { TablesPort } from './tables-port.ts';

const table = (code: string, people: number): PublicTable => ({
  code,
  game: 'color-clues',
  name: 'Misty orchard',
  phase: 'waiting',
  progress: null,
  seats: people,
  bots: 0,
  maxSeats: 10,
  people,
  mode: 'classic',
  language: 'en',
  watchers: 0,
  isFree: true,
});

describe('the live list of tables', () => {
  let server: Server;
  let list: PublicTable[];
  let reads: number;
  const listeners = new Set<() => void>();

  beforeEach(async () => {
    list = [table('MOKA', 2)];
    reads = 0;
    const tables = {
      list: async () => {
        reads++;
        return { tables: list, people: list.reduce((sum, { people }) => sum + people, 0) };
      },
      onChange: (notify: () => void) => {
        listeners.add(notify);
        return () => listeners.delete(notify);
      },
    } as unknown as TablesPort;
    const live = new LiveTables({ tables, log: fakeLog(), limits: readConfig({}).limits });
    const app = express().get('/', (request, response) => live.open(request, response, 'somebody'));
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const follow = async () => {
    const { port } = server.address() as AddressInfo;
    const response = await new Promise<IncomingMessage>((resolve) =>
      get({ port, host: '127.0.0.1' }, resolve),
    );
    const stream = { text: '', close: () => response.destroy() };
    response.on('data', (chunk) => {
      stream.text += chunk;
    });
    return stream;
  };
  const change = (next: PublicTable[]) => {
    list = next;
    for (const notify of listeners) notify();
  };

  it('comes at once, and after every change; many changes are gathered', async () => {
    const stream = await follow();
    await until(() => stream.text.includes('"people":2}'), 'the list');
    for (let people = 3; people <= 50; people++) change([table('MOKA', people)]);
    await until(() => stream.text.includes('"people":50}'), 'the new list');
    expect(stream.text.split('data: ')).toHaveLength(3);
    expect(reads).toBe(2);
  });

  it('tells nothing but the fields of a public table', async () => {
    list = [{ ...table('MOKA', 1), owner: 'SECRET', visibility: 'public' } as PublicTable];
    const stream = await follow();
    await until(() => stream.text.includes('MOKA'), 'the list');
    expect(stream.text).not.toContain('SECRET');
    expect(stream.text).not.toContain('visibility');
  });

  it('listens only while somebody reads', async () => {
    const streams = [await follow(), await follow()];
    expect(listeners.size).toBe(1);
    for (const stream of streams) stream.close();
    await until(() => listeners.size === 0, 'the list to be left alone');
    const again = await follow();
    change([]);
    await until(() => again.text.includes('{"tables":[],"people":0}'), 'the empty list');
  });
});
