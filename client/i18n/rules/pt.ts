import type { Messages } from '../messages.ts';
import type { messages as english } from './en.ts';

export const messages: Messages<typeof english> = {
  yours: 'Suas próprias regras',
  name: 'Nome destas regras',
  keep: 'Guardar estas regras',
  kept: (name) => `Guardado: ${name}`,
  copyLink: 'Copiar um link para estas regras',
  linkCopied: 'Link copiado',
  copyFromHere: 'Copie o link daqui',
  copyLinkOf: (name) => `Copiar um link para ${name}`,
  forget: (name) => `Apagar ${name}`,
  nameless: 'Estas regras precisam de um nome.',
  full: (most) => `Já há ${most} guardadas e não cabem mais. Apague uma primeiro.`,
  forbidden:
    'Este navegador não guarda nada deste site, então estas regras também não. Um link para elas funciona.',

  opening: 'Abrindo as regras…',
  ofGame: (game) => `Regras de ${game}`,
  called: (name) => `Alguém chama estas regras de “${name}”.`,
  someRules: 'Alguém escolheu como se joga.',
  notWhole: 'Uma parte do link não pode ser lida aqui. Ali vale o padrão.',
  startForFriends: 'Abrir uma mesa para amigos',
  startForEverybody: 'Abrir uma mesa para todos',
  starting: 'Preparando a mesa…',
  tooManySit: (most, seated) => `para no máximo ${most}, e aqui estão ${seated}`,
};
