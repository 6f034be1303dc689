import type { GameMessages } from './en.ts';

export const messages: GameMessages = {
  players: 'プレイヤー',
  playersAre: (players) => `プレイヤー。${players.join('、')}`,
  playerIs: ({ name, score, status }) =>
    `${name}${score === null ? '' : ` ${score}点`}${status === null ? '' : `（${status}）`}`,
  you: 'あなた',
  host: 'ホスト',
  ready: '準備完了',
  getSeats: (names) => `席が空きしだい${names.join('、')}が座ります。`,
  youGain: (points) => `あなた +${points}`,
  secondsLeft: (seconds) => `残り${seconds}秒`,
  react: 'リアクション',

  now: '進行状況',
  youAreWatching: '観戦中です。',
  skip: 'スキップ',
  skipKey: 'スキップ（Esc）',
  skipToPoints: 'スキップして得点を見る',

  paused: '一時停止',
  hostPaused: ({ name, isMine }) =>
    isMine ? 'あなたが一時停止しました。' : `${name ?? 'ホスト'}が一時停止しました。`,
  goesOnIn: (time) => `${time}後に自動で再開します。`,
  goOn: '再開',
  missing: (players) => `あと${players}人必要です。`,
  gameWaits: '待っています。',
  endsIn: (seconds) => `${seconds}秒後に今の得点で終わります。`,
  copyLink: 'リンクをコピー',
  linkCopied: 'コピーしました',
  addBot: 'ボットを追加',

  seatIsComing: '席が空きしだい座れます。',
  everySeatTaken: '満席です。',
  tableLocked: 'ホストが締め切っています。観戦はできます。',
  sitDown: '座る',
  asking: '確認中…',

  place: (place, isShared) => `${place}位${isShared ? 'タイ' : ''}`,
  starting: '開始中…',
  rematch: 'もう一戦',
  canRematch: (host) => `${host}が再戦を始められます。このままお待ちください。`,
  whoeverCanRematch: '最初に戻った人が再戦を始められます。',
  watchAgain: 'もう一度見る',
  shareResult: '結果を共有',
  resultCopied: 'コピーしました',
  toTheStart: '最初へ',
  result: '結果',
  resultAsText: '結果のテキスト',
};
