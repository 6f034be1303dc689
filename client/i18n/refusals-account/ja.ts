import { byDetail } from '../../../shared/core/refusals.ts';
import type { NameFault } from '../../../shared/table/persons.ts';
import type { messages as english } from './en.ts';

export const messages: typeof english = {
  name: {
    bad_name: byDetail<NameFault>('その名前は使えません。別の名前にしてください。', {
      empty: '名前を入力してください。',
      long: '名前は20文字までです。',
      reserved: 'ゲームそのものと間違えられる名前です。別の名前にしてください。',
      mixed: '名前の一つの語には、一種類の文字だけを使ってください。',
      rude: '誰も嫌な思いをしない名前にしてください。',
    }),
    name_taken: 'その名前は使われています。別の名前にしてください。',
    wrong_name: 'ここでの名前と違います。',
  },
  password: {
    password_short: 'パスワードは10文字以上です。',
    password_long: 'パスワードは128文字までです。',
    password_weak: '推測されやすいパスワードです。単語を一つ二つ足してください。',
    wrong_login: '名前とパスワードが合いません。',
  },
  old: { wrong_password: 'パスワードが違います。' },
  code: { wrong_code: 'このコードは名前と合わないか、もう使われています。' },
  beside: {
    already_named: 'もう自分の名前があります。',
    not_named: 'ログインが切れました。ページを読み込み直して、ログインしてください。',
    under_way: 'もう進んでいます。',
  },
  page: { no_day: 'その日に遊べるものはありません。' },
};
