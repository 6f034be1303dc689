import type { FourMessages } from './en.ts';

export const messages: FourMessages = {
  refusals: {
    beside: {
      column_full: (column) =>
        `${column ? `${column}列目` : 'その列'}はいっぱいです。別の列を選んでください。`,
    },
  },

  columns: '列',
  owner: ({ name, isMine }) => (isMine ? 'あなた' : name),
  emptyColumn: (column) => `${column}列目、空`,
  column: (column, discs, isFull, top) => `${column}列目、${isFull ? '満杯' : `${discs}枚`}、一番上は${top}`,
  fromBelow: (owners) => `下から、${owners.join('、')}`,

  firstDisc: '最初の1枚です。',
  lastColumn: (column) => `前の手：${column}列目`,
  dropDisc: '列を選んで落としてください。',
  chooseColumn: '列を選んでください。',
  keys: '矢印か1〜7、そしてEnter',
  board: '盤面',

  newGame: ({ name, isMine }) => `新しいゲームです。${isMine ? 'あなたの番です。' : `${name}の番です。`}`,
  dropped: (mover, column, next) => {
    const then = next === null ? '' : next.isMine ? 'あなたの番です。' : `${next.name}の番です。`;
    return `${mover.isMine ? 'あなた' : mover.name}：${column}列目。${then}`;
  },
  droppedFour: (mover, column) => `${mover.isMine ? 'あなた' : mover.name}：${column}列目。4つ並びました！`,

  wonAfter: (discs) => `${discs}枚で4つ並べた`,
  otherLeft: '相手が退席',
  draw: '引き分け：盤面がいっぱいです',

  botsPlay: 'ボットの強さ',
  gentle: 'やさしい',
  gentleHelp: '1手先を読み、ときどき間違えます',
  fair: 'ふつう',
  fairHelp: 'たいていの狙いに気づきます',
  strong: '強い',
  strongHelp: '10手先まで読みます',

  dropTitle: '1枚落とす',
  dropHelp: '交互に列を選びます。いちばん下の空いた穴に落ちます。',
  aheadTitle: '先を読む',
  aheadHelp: '1枚置くと、その上が空きます。相手が4つ並べる前に止めましょう。',
  fourTitle: '4つ並べる',
  fourHelp: '縦・横・斜め、先に4つ並べた人の勝ちです。盤面が埋まったら引き分けです。',
};
