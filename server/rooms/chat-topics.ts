import { type Topic, topic } from '../infra/topics.ts';

/** Somebody came or went. */
export interface Here {
  readonly person: string;
  readonly isHere: boolean;
}

/** Something new in a conversation. */
export const newsTopic = (conversation: string): Topic<object> => topic(`chat:${conversation}`);
/** The list of a person changed in a way that the conversations alone do not tell. */
export const inboxTopic = (person: string): Topic<object> => topic(`inbox:${person}`);
/** A person came or went. */
export const hereTopic = (person: string): Topic<Here> => topic(`here:${person}`);
