import type { MetMessages } from './en.ts';

export const messages: MetMessages = {
  title: 'Croisés aux tables',
  remember: 'Retenir avec qui je joue',
  rememberHelp: 'Celles et ceux qui le veulent aussi se retrouvent ici après une partie.',
  nobodyYet: 'Personne encore : cela commence avec la prochaine partie que tu finis.',
  lastPlayed: (days) =>
    days < 1 ? 'joué aujourd’hui' : days === 1 ? 'joué hier' : `joué il y a ${days} jours`,
  isAt: (table) => `à ${table} en ce moment`,
  join: 'Rejoindre',
  joinThem: (name) => `Rejoindre ${name}`,
  write: 'Écrire',
  writeTo: (name) => `Écrire à ${name}`,
  forget: 'Oublier',
  forgetThem: (name) => `Oublier ${name}`,
  more: (count) => `En voir ${count} de plus`,
};
