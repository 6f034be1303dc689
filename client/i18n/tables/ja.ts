import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yours: 'あなたのテーブル',
  youAreAt: (code) => `テーブル ${code} に参加中`,
  returnTo: (code) => `テーブル ${code} に戻る`,
  return: '戻る',

  open: '公開テーブル',
  peoplePlaying: (people) => `${people}人がプレイ中`,
  looking: 'テーブルを探しています…',
  noneMatches: '条件に合うテーブルは今ありません。',
  none: '今開いているテーブルはありません。「すぐ遊ぶ」で始めると、人が来るまでボットが相手をします。',
  noOther: 'ほかに開いているテーブルはありません。「すぐ遊ぶ」で始めると、人が来るまでボットが相手をします。',
  join: '参加',
  watch: '観戦',
  joinTable: (name) => `${name}に参加`,
  watchTable: (name) => `${name}を観戦`,
  bots: (count) => `ボット${count}`,
  watching: (count) => `観戦${count}人`,
  newGame: '新しいゲーム',
  waitingToStart: '開始待ち',
  betweenGames: 'ゲームの合間',
  progress: ({ unit, now, of }) => {
    const name = unit === 'round' ? 'ラウンド' : '手';
    if (unit === 'move') return `${now}${name}目`;
    return of === undefined ? `${name} ${now}` : `${name} ${now}/${of}`;
  },
  seats: (taken, all) => `${taken}/${all}`,

  game: 'ゲーム',
  anyGame: 'すべてのゲーム',
  language: '言語',
  anyLanguage: 'すべての言語',
  withFreeSeat: '空席あり',

  lobbies: 'チャットロビー',
  allLobbies: 'すべてのロビー',
  online: '人がオンライン',
};
