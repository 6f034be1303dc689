import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'あなたの名前',
  save: '保存',
  saving: '保存中…',
  account: 'アカウント',
  keepOrLogIn: '名前を残す・ログイン',
  yourMarker: 'あなたのコマ',
  // biome-ignore format: words read best in rows
  markers: [
    '三角', '丸', '六角形', '四角', '星', 'ひし形', '盾', '十字',
    'しずく', 'ハート', '家', '雲', 'お椀', 'クローバー', '王冠', 'カプセル',
  ],
};
