import type { HostMessages } from './en.ts';

export const messages: HostMessages = {
  skipThem: (name) => (name === null ? 'Encerrar a colocação' : `Pular ${name}`),
  skipHelp: 'Metade do tempo é deles. Quem está ausente pode ser pulado na hora.',
  skipIn: (seconds) => `Você pode em ${seconds}\u00a0s: metade do tempo é deles.`,
  orderHelp: 'Vale a partir da próxima rodada.',
  level: 'Nível',
  levelHelp: 'Pode ser mudado antes de uma partida, depois dela e entre duas rodadas.',
};
