import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on this machine that can lose answers. */
export interface LossyProxy {
  readonly port: number;
  /** From now on questions with this word arrive, but instead of an answer their connection breaks. */
  loseAnswersTo(word: string): void;
  mend(): void;
  close(): void;
}

/** Opens a way to a port of this machine. */
export async function lossyProxy(target: number): Promise<LossyProxy> {
  const sockets = new Set<Socket>();
  let lost: string | null = null;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    let isDoomed = false;
    const cut = () => {
      for (const socket of [near, far]) {
        socket.destroy();
        sockets.delete(socket);
      }
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('error', cut).once('close', cut);
    }
    near.on('data', (question) => {
      isDoomed ||= lost !== null && question.includes(lost);
      far.write(question);
    });
    far.on('data', (answer) => {
      if (isDoomed) cut();
      else near.write(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    loseAnswersTo: (word) => {
      lost = word;
    },
    mend: () => {
      lost = null;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
