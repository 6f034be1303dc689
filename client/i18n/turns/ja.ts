import type { TurnMessages } from './en.ts';

export const messages: TurnMessages = {
  toMove: '手番',
  waiting: '待機中',
  leaving: 'ゲームは終わり、あなたの負けになります。',
  chanceMovesIn: (seconds) => `${seconds}秒後におまかせで打ちます。`,
  awayChanceMovesIn: (seconds) => `離席・${seconds}秒後におまかせ`,

  over: 'ゲーム終了',
  yourTurn: 'あなたの番です',
  isThinking: (name) => `${name}が考え中`,
  isAway: (name) => `${name}は離席中`,

  gameIsOver: 'ゲームは終わりました。',
  waitingFor: (name) => `${name}の番です。`,
  thenYourTurn: '次はあなたの番です。',
  takeYourTime: 'ゆっくりどうぞ。',
  chanceMovesForYou: '時間切れになると、おまかせで打ちます。',

  timers: '制限時間',
  normal: 'ふつう',
  secondsEach: (seconds) => `1手${seconds}秒`,
  slow: 'ゆっくり',
  twiceAsLong: '2倍の長さ',
  off: 'なし',
  noClock: '時間制限なし。ホストは手番をとばせます',
};
