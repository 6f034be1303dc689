import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** What a running cluster can be told: what it prints meanwhile, then whether it was done. */
export interface Control {
  roll(tell: (text: string) => void): Promise<void>;
}

const DONE = 'done\n';
const socketIn = (folder: string): string => join(folder, 'control.sock');

/** Listens to commands for a cluster; returns how to stop. Only who may write to the folder can reach it. */
export function listenForCommands(folder: string, control: Control): () => void {
  const path = socketIn(folder);
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    const tell = (text: string) => socket.write(text);
    socket.on('error', () => {});
    control.roll(tell).then(
      () => socket.end(DONE),
      (error: Error) => socket.end(`${error.message}\n`),
    );
  });
  server.listen(path);
  server.unref();
  return () => server.close();
}

/** Has the cluster of this folder replace its processes; resolves to whether all of them were. Rejects when none runs. */
export function askToRoll(folder: string, tell: (text: string) => void): Promise<boolean> {
  let said = '';
  return new Promise((resolve, reject) => {
    const socket = connect(socketIn(folder));
    socket.once('error', reject);
    socket.on('data', (chunk: Buffer) => {
      said += chunk;
      if (chunk.toString() !== DONE) tell(chunk.toString().replace(/done\n$/, ''));
    });
    socket.once('close', () => resolve(said.endsWith(DONE)));
  });
}
