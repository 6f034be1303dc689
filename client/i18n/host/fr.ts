import type { HostMessages } from './en.ts';

export const messages: HostMessages = {
  skipThem: (name) => (name === null ? 'Clore le placement' : `Passer ${name}`),
  skipHelp: 'La moitié du temps leur appartient. Qui est absent peut être passé tout de suite.',
  skipIn: (seconds) => `Possible dans ${seconds}\u00a0s : la moitié du temps leur appartient.`,
  orderHelp: 'Compte à partir de la prochaine manche.',
  level: 'Niveau',
  levelHelp: 'Se change avant une partie, après elle et entre deux manches.',
};
