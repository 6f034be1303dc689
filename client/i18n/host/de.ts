import type { HostMessages } from './en.ts';

export const messages: HostMessages = {
  skipThem: (name) => (name === null ? 'Das Setzen beenden' : `${name} überspringen`),
  skipHelp: 'Die halbe Zeit gehört ihnen. Wer weg ist, kann sofort übersprungen werden.',
  skipIn: (seconds) => `In ${seconds}\u00a0s kannst du es: Die halbe Zeit gehört ihnen.`,
  orderHelp: 'Gilt ab der nächsten Runde.',
  level: 'Stärke',
  levelHelp: 'Lässt sich vor einem Spiel, danach und zwischen zwei Runden ändern.',
};
