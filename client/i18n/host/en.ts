import type { Messages } from '../messages.ts';
/** What only the host of a running game can do. */
export const messages = {
  /** @param name of whoever is waited for; null for several of whom nobody says who they are */
  skipThem: (name: string | null) => (name === null ? 'End placing' : `Skip ${name}`),
  skipHelp: 'Half of the time is theirs. Whoever is away can be skipped at once.',
  skipIn: (seconds: number) => `You can in ${seconds}\u00a0s: half of the time is theirs.`,
  orderHelp: 'Counts from the next round on.',
  level: 'Level',
  levelHelp: 'Can be changed before a game, after it, and between two rounds.',
};

export type HostMessages = Messages<typeof messages>;
