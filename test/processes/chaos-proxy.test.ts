import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChaosProxy, FAULTS, type Fault } from '../harness/chaos-proxy.ts';
import { planStrikes } from '../harness/nemesis.ts';
import { until } from '../harness/until.ts';

/** One side of a connection: what it got, and how it ended. */
class End {
  readonly socket: Socket;
  text = '';
  ending = '';

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes) => {
      this.text += bytes;
    });
    socket.on('end', () => {
      this.ending ||= 'fin';
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.ending ||= error.code ?? '';
    });
  }
}

let server: Server;
let proxy: ChaosProxy;
let arrived: End[] = [];

beforeEach(async () => {
  arrived = [];
  server = createServer((socket) => arrived.push(new End(socket)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await ChaosProxy.open((server.address() as AddressInfo).port, 2);
});
afterEach(() => {
  proxy.close();
  server.close();
  for (const { socket } of arrived) socket.destroy();
});

const open = (line: number): End =>
  new End(connect(Number(new URL(proxy.lines[line]!.origin).port), '127.0.0.1'));

/** Both ends of a new connection on a line. */
async function connection(line = 0): Promise<{ near: End; far: End }> {
  const count = arrived.length;
  const near = open(line);
  await until(() => arrived.length > count, 'the connection to arrive');
  return { near, far: arrived[count]! };
}

function speak({ near, far }: { near: End; far: End }): void {
  near.socket.write('up');
  far.socket.write('down');
}

describe('a line', () => {
  it('carries both ways, and passes on how a connection ends', async () => {
    const { near, far } = await connection();
    speak({ near, far });
    await until(() => far.text === 'up' && near.text === 'down', 'both words');
    far.socket.end();
    await until(() => near.ending === 'fin', 'the end');
  });

  it.each<[Fault, string]>([
    ['rst', 'ECONNRESET'],
    ['fin', 'fin'],
  ])('ends a connection with %s, on both sides', async (fault, ending) => {
    const { near, far } = await connection();
    proxy.lines[0]!.sound[0]!.strike(fault);
    await until(() => near.ending === ending && far.ending === ending, 'both ends');
    expect(proxy.lines[0]!.sound).toEqual([]);
  });

  it.each<[Fault, string, string]>([
    ['blackhole', '', ''],
    ['drop-up', '', 'down'],
    ['drop-down', 'up', ''],
  ])('swallows with %s what is said, for good and without a word', async (fault, up, down) => {
    const struck = await connection();
    const other = await connection(1);
    proxy.lines[0]!.sound[0]!.strike(fault);
    for (let word = 1; word <= 3; word++) {
      speak(struck);
      speak(other);
      await until(() => other.far.text === 'up'.repeat(word), 'the word on the other line');
      await until(() => other.near.text === 'down'.repeat(word), 'the answer on the other line');
    }
    await until(() => struck.far.text === up.repeat(3) && struck.near.text === down.repeat(3), 'the rest');
    expect([struck.near.ending, struck.far.ending]).toEqual(['', '']);
  });

  it('does to new connections what its mode says', async () => {
    const before = await connection();
    proxy.lines[0]!.mode = 'rst';
    const near = open(0);
    await until(() => near.ending === 'ECONNRESET', 'the reset');
    expect(before.near.ending).toBe('');
    await connection(1);
  });
});

it('the same seed makes the same plan, with every fault in it', () => {
  const options = { seed: 7, faults: 200, lines: 16, everyMs: 100, longestMs: 1_000, unfairShare: 0.5 };
  expect(planStrikes(options)).toEqual(planStrikes(options));
  expect(planStrikes(options)).not.toEqual(planStrikes({ ...options, seed: 8 }));
  expect(new Set(planStrikes(options).map(({ fault }) => fault))).toEqual(new Set(FAULTS));
});
