import type { MetMessages } from './en.ts';

export const messages: MetMessages = {
  title: 'Conhecidos nas mesas',
  remember: 'Lembrar com quem eu jogo',
  rememberHelp: 'Quem também quer se encontra aqui depois de uma partida.',
  nobodyYet: 'Ninguém ainda: começa com a próxima partida que você terminar.',
  lastPlayed: (days) =>
    days < 1 ? 'jogaram hoje' : days === 1 ? 'jogaram ontem' : `jogaram há ${days} dias`,
  isAt: (table) => `agora em ${table}`,
  join: 'Entrar',
  joinThem: (name) => `Entrar com ${name}`,
  write: 'Escrever',
  writeTo: (name) => `Escrever para ${name}`,
  forget: 'Esquecer',
  forgetThem: (name) => `Esquecer ${name}`,
  more: (count) => `Mostrar mais ${count}`,
};
