import type { messages as english } from './en.ts';

export const messages: typeof english = {
  yourName: 'あなたの名前',
  save: '保存',
  saving: '保存中…',
  yourMarker: 'あなたのコマ',
};
