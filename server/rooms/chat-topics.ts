/** Presence topic: something new in a conversation. */
export const newsTopic = (conversation: string): string => `chat:${conversation}`;
/** Presence topic: the list of a person changed in a way that the conversations alone do not tell. */
export const inboxTopic = (person: string): string => `inbox:${person}`;
/** Presence topic: a person came or went; the payload is `{ person, isHere }`. */
export const hereTopic = (person: string): string => `here:${person}`;
