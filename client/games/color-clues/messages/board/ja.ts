import type { BoardMessages } from './en.ts';

export const messages: BoardMessages = {
  board: 'カラーボード',
  keys: '矢印キーで移動。H14のようにマスを入力すると飛べます。Enterで置き、Escapeで取り消します。',
  wholeBoard: '全体を見る',

  facts: (facts) => facts.join('、'),
  target: '正解の色',
  taken: 'ふさがっています',
  onYourCard: 'カードの色',
  chosen: '選択中',
  points: (points) => `${points}点`,
  marker: ({ name, isMine }, which) => {
    const whose = isMine ? 'あなた' : name;
    return `${whose}の${which === null ? '' : which === 'first' ? '1つ目の' : '2つ目の'}コマ`;
  },

  findColor: '色を探そう',
  place: '置く',
  move: '動かす',
  noClue: 'ヒントなし',
};
