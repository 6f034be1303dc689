import { debugAndPrintError } from '@colyseus/core';
import type { WebSocket } from 'ws';

function tell({ message, stack }: Error): void {
  debugAndPrintError(`${message}\n${stack}`);
}

/**
 * Puts one function for all sockets in the place of what the transport makes for each: what tells of errors, with all that
 * the function that made it knew. What the transport notes of answers to its own pings goes: it sends none here.
 */
export function shareListeners(socket: Pick<WebSocket, 'removeAllListeners' | 'on'>): void {
  socket.removeAllListeners('pong');
  socket.removeAllListeners('error');
  socket.on('error', tell);
}
