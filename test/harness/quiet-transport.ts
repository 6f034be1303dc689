import { WebSocketTransport } from '@colyseus/ws-transport';

/**
 * The framework's sockets as the product has them: without the framework's own question, each three seconds, whether somebody
 * is still there. On a busy machine it cuts whoever is only late.
 */
export const quietTransport = (): WebSocketTransport => new WebSocketTransport({ pingInterval: 0 });
