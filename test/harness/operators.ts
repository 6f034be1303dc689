import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Protocol } from '@colyseus/core';
import { nanoid } from 'nanoid';
import type { OperatorAction } from '../../shared/protocol/operate.ts';
import { bodyOf, PROTOCOL, type Reply, RoomClient, verdictOf } from './matrix-client.ts';
import { type Answer, patientlyAsked, READY, type Seat, type Visitor } from './visitor.ts';

export const PASSWORD = 'quiet otter paints a door';

/** Somebody with an account of this name. */
export async function withAccount(visitor: Visitor, name: string): Promise<Visitor> {
  const body = { name, password: PASSWORD };
  const answer = await patientlyAsked(() => visitor.call('/api/account/claim', { method: 'POST', body }));
  if (answer.status >= 300) throw new Error(`${name} has no account: ${verdictOf(answer)}`);
  // Their session is another one from then on.
  const cookie = [answer.headers['set-cookie'] ?? []].flat().find((each) => each.startsWith('sid='));
  if (cookie !== undefined) visitor.cookie = cookie.split(';', 1)[0]!;
  return visitor;
}

/** What is typed on the machine: `npm run operator`, without npm. Resolves to what it prints. */
export function operatorCommand(directory: string, ...args: readonly string[]): Promise<string> {
  const program = fileURLToPath(new URL('../../server/parts/operator-command.ts', import.meta.url));
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [program, ...args], { env: { PATH, HOME, DATA_DIR: directory } });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  return new Promise((resolve) => child.once('close', () => resolve(output.join('').trim())));
}

export const askOperatorSeat = (visitor: Visitor): Promise<Answer> =>
  visitor.call('/api/operate/seat', { method: 'POST', body: { protocol: PROTOCOL } });

/** The page of an operator, without the page. */
export class OperatorClient extends RoomClient {
  static async open(visitor: Visitor): Promise<OperatorClient> {
    const answer = await patientlyAsked(() => askOperatorSeat(visitor));
    if (answer.status !== 200) throw new Error(`no seat: ${verdictOf(answer)}`);
    const { reservation } = bodyOf(answer) as { reservation: Seat };
    const socket = await visitor.open(reservation);
    await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    await socket.send(READY);
    await socket.frame((frame) => frame[0] === Protocol.ROOM_STATE, 'the state');
    return new OperatorClient(visitor, socket);
  }

  act(action: OperatorAction, why = 'a test', id = nanoid()): Promise<Reply> {
    return this.request('act', { id, action, why });
  }

  /** Looks something up; throws the code when it is refused. */
  async look<T>(type: string, payload: object): Promise<T> {
    const { code, value } = await this.request(type, payload);
    if (code !== 'ok') throw new Error(`${type}: ${code}`);
    return value as T;
  }
}
