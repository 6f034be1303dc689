import '../ui/announced.ts';
import { chatApi } from '../../net/chat.ts';
import { callChat } from '../../net/chat-http.ts';
import { type Chat, chat, startChat } from '../../store/chat/session.ts';
import { announceChat } from './ambient.ts';

/** Chat of this page, connected when it is first asked for. Loaded after the first page has been painted. */
export function connectChat(): Chat {
  const running = chat.peek();
  if (running) return running;
  const started = startChat(chatApi, (conversation, answer) =>
    callChat('POST', `${conversation}/answer`, { answer }),
  );
  announceChat(started);
  return started;
}
