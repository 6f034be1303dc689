import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('pt');
const number = new Intl.NumberFormat('pt-BR');

export const messages: typeof english = {
  titles: {
    account: 'Sua conta',
    guest: 'Guardar seu nome',
    logIn: 'Entrar',
    recover: 'Esqueceu a senha?',
    codes: 'Seus códigos de resgate',
    password: 'Mudar a senha',
    newCodes: 'Novos códigos de resgate',
    browsers: 'Onde você entrou',
    delete: 'Apagar tudo?',
    erasing: 'Você está fora',
  },
  name: 'Nome',
  password: 'Senha',
  yourPassword: 'Sua senha',
  yourPasswordNow: 'Sua senha atual',
  newPassword: 'Nova senha',
  newPasswordHint: 'Pelo menos 10 caracteres. Três ou quatro palavras são fáceis de lembrar.',
  recoveryCode: 'Código de resgate',
  recoveryCodeHint: 'Como abcde-fghjk-mnpqr-stuvw',
  showPassword: 'Mostrar a senha',

  nameIsYours: (name) => `O nome ${name} é seu.`,
  codesLeft: (left) =>
    left === 0
      ? 'Não resta nenhum código de resgate. Faça outros, caso esqueça a senha.'
      : plural(left, {
          one: `Resta ${left} código de resgate.`,
          other: `Restam ${left} códigos de resgate.`,
        }),
  ways: {
    browsers: 'Onde eu entrei',
    password: 'Mudar a senha',
    newCodes: 'Novos códigos de resgate',
  },
  games: 'Partidas jogadas',
  logOut: 'Sair',
  deleteAccount: 'Apagar minha conta',

  onlyThisBrowser:
    'Por enquanto só este navegador conhece você. Com uma senha, o nome é só seu, e você pode entrar de qualquer lugar.',
  keepName: 'Guardar este nome',
  keeping: 'Guardando…',
  haveAccount: 'Tenho conta: entrar',
  deleteMe: 'Apagar tudo sobre mim',

  logIn: 'Entrar',
  loggingIn: 'Entrando…',
  forgotPassword: 'Esqueceu a senha?',
  recoverText: 'Cada código de resgate deixa você entrar uma vez. Você sai em todos os outros lugares.',
  leftBehind: (name) =>
    `Aqui você é ${name}, sem conta. O que ${name} jogou e escreveu não vem junto, e não há volta.`,

  signedOut: {
    title: 'Sua sessão foi encerrada',
    text: (name) =>
      `Este navegador não está mais aberto como ${name}. Entre de novo ou continue como alguém novo.`,
    goOn: 'Continuar como alguém novo',
  },

  passwordChanged: 'Sua senha foi mudada. Os outros navegadores precisam entrar de novo.',
  changeIt: 'Mudar',
  changingIt: 'Mudando…',

  newCodesText: 'Você recebe dez códigos novos. Os antigos deixam de valer.',
  showNewCodes: 'Mostrar códigos',
  codesText:
    'Se esquecer a senha, cada um deixa você entrar uma vez. Eles não aparecem de novo: guarde-os bem.',
  codesOf: (name) => `Color Clues: códigos de resgate de ${name}`,
  codesSelected: 'Estão selecionados: copie daqui.',
  copy: 'Copiar',
  download: 'Baixar',
  codesKept: 'Já guardei',

  thisBrowser: 'este navegador',
  usedJustNow: 'usado agora há pouco',
  usedHoursAgo: (hours) => plural(hours, { one: `usado há ${hours} hora`, other: `usado há ${hours} horas` }),
  usedDaysAgo: (days) =>
    plural(days, {
      one: `usado há ${number.format(days)} dia`,
      other: `usado há ${number.format(days)} dias`,
    }),
  logOutOf: (browser) => `Sair de ${browser}`,
  logOutOthers: 'Sair dos outros',

  data: {
    start: 'Baixar meus dados',
    collecting: 'Juntando… Parar',
    soFar: (size) => `${size} até agora… Parar`,
  },

  deleteText:
    'Seu nome fica livre, suas mensagens somem, e as partidas guardadas esquecem quem você era. Não há volta.',
  deleteForGood: 'Apagar de vez',
  deleting: 'Apagando…',
  typeToConfirm: (name) => `Escreva ${name} para confirmar`,
  nameIsFree: 'Seu nome está livre, e ninguém mais pode ler o que você escreveu.',
  erasing: (messages) =>
    messages === 0
      ? 'Suas mensagens estão sendo retiradas. Não precisa esperar.'
      : plural(messages, {
          one: `${messages} mensagem sua foi retirada. Não precisa esperar o resto.`,
          other: `${number.format(messages)} mensagens suas foram retiradas. Não precisa esperar o resto.`,
        }),
  startAgain: 'Começar com outro nome',
};
