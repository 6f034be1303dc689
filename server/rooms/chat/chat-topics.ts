import { type Topic, topic } from '../../infra/topics.ts';
import type { News, PersonalNews } from './news.ts';

/** Somebody came or went. */
export interface Here {
  readonly person: string;
  readonly isHere: boolean;
}

/** Something new in a conversation. */
export const newsTopic = (conversation: string): Topic<News> => topic(`chat:${conversation}`);
/** Something new for one person alone. */
export const inboxTopic = (person: string): Topic<PersonalNews> => topic(`inbox:${person}`);
/** A person came or went. */
export const hereTopic = (person: string): Topic<Here> => topic(`here:${person}`);
/** Somebody reported a message; what is said is nothing. */
export const REPORTED: Topic<null> = topic('reported');
