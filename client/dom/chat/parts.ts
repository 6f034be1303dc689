import { lazyPart } from '../ui/lazy.tsx';

/** What is opened over the pages of chat, and what few see; its code comes when it is first shown. */
export const Over = lazyPart(async () => (await import('./Over.tsx')).Over);
export const Members = lazyPart(async () => (await import('./Members.tsx')).Members);
export const NewConversation = lazyPart(async () => (await import('./NewConversation.tsx')).NewConversation);
export const ChatSettings = lazyPart(async () => (await import('./ChatSettings.tsx')).ChatSettings);
export const CreateLobby = lazyPart(async () => (await import('./CreateLobby.tsx')).CreateLobby);
export const SearchHits = lazyPart(async () => (await import('./SearchHits.tsx')).SearchHits);
export const NameDialog = lazyPart(async () => (await import('./NameDialog.tsx')).NameDialog);
export const RequestLine = lazyPart(async () => (await import('./Requests.tsx')).RequestLine);
export const Asked = lazyPart(async () => (await import('./Requests.tsx')).Asked);
