import WebSocket from 'ws';

/** How many pings are answered before anything else has its turn. */
const AT_ONCE = 32;

const waiting: { readonly socket: WebSocket; readonly data: Buffer }[] = [];

/**
 * Answers a ping, a moment later. A server may ping everybody at once; thousands of people have thousands of machines to
 * answer with, one thread would be late for everything else meanwhile.
 */
export function answerPing(socket: WebSocket, data: Buffer): void {
  if (waiting.push({ socket, data }) === 1) setImmediate(answerSome);
}

function answerSome(): void {
  for (const { socket, data } of waiting.splice(0, AT_ONCE))
    if (socket.readyState === WebSocket.OPEN) socket.pong(data);
  if (waiting.length > 0) setImmediate(answerSome);
}
