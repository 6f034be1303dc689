import type { HostMessages } from './en.ts';

export const messages: HostMessages = {
  skipThem: (name) => (name === null ? 'Terminar la colocación' : `Saltar a ${name}`),
  skipHelp: 'La mitad del tiempo es suya. A quien está ausente se le puede saltar enseguida.',
  skipIn: (seconds) => `Podrás en ${seconds}\u00a0s: la mitad del tiempo es suya.`,
  orderHelp: 'Cuenta desde la próxima ronda.',
  level: 'Nivel',
  levelHelp: 'Se puede cambiar antes de una partida, después y entre dos rondas.',
};
