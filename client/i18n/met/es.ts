import type { MetMessages } from './en.ts';

export const messages: MetMessages = {
  title: 'Conocidos en las mesas',
  remember: 'Recordar con quién juego',
  rememberHelp: 'Quienes también lo quieren se encuentran aquí después de una partida.',
  nobodyYet: 'Nadie todavía: empieza con la próxima partida que termines.',
  lastPlayed: (days) =>
    days < 1 ? 'jugasteis hoy' : days === 1 ? 'jugasteis ayer' : `jugasteis hace ${days} días`,
  isAt: (table) => `ahora en ${table}`,
  join: 'Unirse',
  joinThem: (name) => `Unirse a ${name}`,
  write: 'Escribir',
  writeTo: (name) => `Escribir a ${name}`,
  forget: 'Olvidar',
  forgetThem: (name) => `Olvidar a ${name}`,
  more: (count) => `Mostrar ${count} más`,
};
