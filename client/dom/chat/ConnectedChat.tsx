import type { Api } from '../../net/types.ts';
import { ChatScreen } from './ChatScreen.tsx';
import { connectChat } from './start.ts';

/** The pages of chat, connected. */
export function ConnectedChat({ api, conversation }: { api: Api; conversation: string | null }) {
  return <ChatScreen api={api} chat={connectChat()} conversation={conversation} />;
}
