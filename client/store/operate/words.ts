import { gameAbout } from '../../../shared/games/index.ts';
import type { OperatorAction } from '../../../shared/protocol/operate.ts';
import type { LogRow } from '../../../shared/protocol/operate-wire.ts';

/** What is asked before something is done. */
export interface Question {
  readonly title: string;
  /** What comes of it. */
  readonly text: string;
  /** On the button. */
  readonly yes: string;
}

/** The question before an action; `whom` is the name of whoever it is done to, if anybody. */
export function questionFor(action: OperatorAction, whom = ''): Question {
  switch (action.type) {
    case 'closeTable':
      return {
        title: `Close table ${action.table}?`,
        text: 'Everybody there is sent home, and the game is over. It cannot be opened again.',
        yes: 'Close the table',
      };
    case 'banFromTable':
      return {
        title: `Send ${whom} away from ${action.table}?`,
        text: 'Their seat is free at once, and they cannot come back to this table.',
        yes: 'Send away',
      };
    case 'kick':
      return {
        title: `Kick ${whom}?`,
        text: 'They are out, and may come back where anybody may.',
        yes: 'Kick',
      };
    case 'mute':
      return action.minutes === 0
        ? { title: `Let ${whom} write again?`, text: 'At once.', yes: 'Let write' }
        : {
            title: `Mute ${whom}?`,
            text: `They read on, and cannot write here for ${minutesWords(action.minutes)}.`,
            yes: 'Mute',
          };
    case 'ban':
      return {
        title: `Ban ${whom}?`,
        text: 'They are out and cannot read here until it is lifted.',
        yes: 'Ban',
      };
    case 'unban':
      return { title: `Lift the ban of ${whom}?`, text: 'They may come back.', yes: 'Lift the ban' };
    case 'endSessions':
      return {
        title: `End all sessions of ${whom}?`,
        text: 'Every browser of theirs is signed out. A guest without an account cannot come back as the same person.',
        yes: 'End their sessions',
      };
    case 'drain':
      return {
        title: `End process ${action.process}?`,
        text: 'Its tables and talks go to another process. When there is no other, the server ends, and whoever started it has to start it again.',
        yes: 'End the process',
      };
    case 'announce':
      return {
        title: 'Announce this to everybody?',
        text: `“${action.text}” stands on every page for ${minutesWords(action.minutes)}.`,
        yes: 'Announce',
      };
    case 'endAnnouncement':
      return { title: 'Take the announcement back?', text: 'It goes from every page.', yes: 'Take back' };
    case 'sortReport':
      return action.standing === 'taken'
        ? { title: 'Take this report?', text: 'Others see that you look into it.', yes: 'Take it' }
        : action.standing === 'done'
          ? {
              title: 'Done with this report?',
              text: 'It leaves the list; its copies are kept for a while.',
              yes: 'Done',
            }
          : { title: 'Put this report back?', text: 'It is open for anybody again.', yes: 'Put back' };
  }
}

/** A line of the log, without who did it and when: `muted for 5 minutes in lobby-lobby`. */
export function deedWords(action: LogRow['action']): string {
  switch (action.type) {
    case 'closeTable':
      return `closed table ${action.table}`;
    case 'banFromTable':
      return `sent away from table ${action.table}`;
    case 'kick':
      return `kicked from ${action.conversation}`;
    case 'mute':
      return action.minutes === 0
        ? `let write again in ${action.conversation}`
        : `muted for ${minutesWords(action.minutes)} in ${action.conversation}`;
    case 'ban':
      return `banned from ${action.conversation}`;
    case 'unban':
      return `lifted the ban in ${action.conversation}`;
    case 'endSessions':
      return 'ended all sessions';
    case 'drain':
      return `ended process ${action.process}`;
    case 'announce':
      return `announced “${action.text}” for ${minutesWords(action.minutes)}`;
    case 'endAnnouncement':
      return 'took the announcement back';
    case 'sortReport':
      return { taken: 'took a report', done: 'was done with a report', open: 'put a report back' }[
        action.standing
      ];
    case 'appoint':
      return 'made an operator';
    case 'dismiss':
      return 'made no operator any more';
  }
}

/** `1 minute`, `90 minutes`, `3 hours`. */
export function minutesWords(minutes: number): string {
  const isHours = minutes >= 60 && minutes % 60 === 0;
  const count = isHours ? minutes / 60 : minutes;
  return `${count} ${isHours ? 'hour' : 'minute'}${count === 1 ? '' : 's'}`;
}

/** The title of a game by its name; the name of one that is not known here. */
export const titleOfGame = (name: string): string => gameAbout(name)?.title ?? name;

/** A name as it is shown; whoever is forgotten has none. */
export const nameWords = ({ name, isGone }: { readonly name: string; readonly isGone: boolean }): string =>
  isGone || name === '' ? 'somebody who is gone' : name;

/** `12:03:09`. */
export const momentWords = (at: number): string => MOMENT.format(at);
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A number of any size in few characters: `0.3`, `12`, `1.2k`. */
export function shortNumber(value: number): string {
  if (value >= 10_000) return `${(value / 1_000).toFixed(1)}k`;
  return Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
