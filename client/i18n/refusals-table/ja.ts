import type { messages as english } from './en.ts';

export const messages: typeof english = {
  beside: {
    not_seated: '観戦中です。遊ぶには席に着いてください。',
    not_host: 'ホストだけができます。',
    not_your_turn: 'あなたの番ではありません。',
    too_early: 'まだです。',
    skip_later: '少し待ってから飛ばせます。',
    skip_self: '待たれているのはあなたです。',
    round_running: 'ラウンドの合間に変えられます。',
    too_few_players: (least) =>
      least === undefined
        ? '人数が足りません。だれかを招くか、ボットを追加してください。'
        : `${least}人必要です。だれかを招くか、ボットを追加してください。`,
    too_many_players: (most) => `人数が多すぎます${most === undefined ? '' : `(${most}人まで)`}。`,
    already_seated: 'もう席に着いています。',
    unknown_seat: 'その席にはだれもいません。',
    game_paused: 'ホストがゲームを止めています。',
    table_locked: 'ホストがこのテーブルをロックしました。新しい人は座れません。',
    public_table: 'このテーブルは公開されているので、パスワードはありません。',
    unknown_person: 'その人は退席させられていません。',
    game_running: 'このゲームが終わってから変えられます。',
    no_game: 'ゲームは始まっていません。',
    seats_closed: 'ラウンドが終わると席が空きます。',
    react_later: '秘密を知っています。明かされてからリアクションしてください。',
    bad_options: 'その組み合わせはできません。',
    too_many_tables: '開いているテーブルがもう3つあります。先に一つ閉じてください。',
    unknown_game: 'そのゲームはここでは遊べません。',
    server_full: 'サーバーがいっぱいです。数分後にもう一度お試しください。',
  },
  page: {
    no_table: 'そのコードのテーブルはありません。',
    table_full: '満席です。',
    password_wanted: 'このテーブルにはパスワードがあります。',
    wrong_table_password: 'このテーブルのパスワードと違います。',
    kicked: 'ホストがあなたを退席させました。',
  },
};
