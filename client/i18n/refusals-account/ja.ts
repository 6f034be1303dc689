import type { messages as english } from './en.ts';

export const messages: typeof english = {
  name: {
    bad_name: 'その名前は使えません。別の名前にしてください。',
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
