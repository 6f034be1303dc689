import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('ja', '少し');

export const messages: typeof english = {
  beside: {
    already_member: 'もう参加しています。',
    empty_text: '先に何か書いてください。',
    group_full: 'このグループは満員です(10人まで)。',
    muted: (seconds) => `モデレーターから休むように頼まれました。${duration(seconds)}待つとまた書けます。`,
    needs_name: 'だれが書いたか分かるように、先に名前を決めてください。',
    newcomer_link: 'リンクは参加から10分後に送れます。少し後でお試しください。',
    no_message: 'そのメッセージはもうありません。',
    no_person: 'その人はここにいません。',
    not_allowed: '別の役割の人だけができます。',
    not_asked: 'あなたへの申し込みはありません。',
    not_author: 'メッセージを変えられるのは書いた人だけです。',
    rude_words: 'ここでは使えない言葉があります。もう少しやさしく書いてください。',
    text_too_long: '長すぎます(500文字まで)。',
    too_late: 'メッセージは1日の間だけ変えられます。これは古すぎます。',
    too_many_changes: 'このメッセージは変えすぎました。このままになります。',
    too_many_pins: 'もう5件ピン留めされています。先に一つ外してください。',
    too_many_reactions: 'もう12種類あります。その中から選んでください。',
    already_asked: 'もう申し込みました。返事をお待ちください。',
    asked_too_often: 'この人には申し込みが続いています。1時間後にお試しください。',
    bad_emoji: '絵文字を一つ選んでください。',
    lobby_taken: 'その名前のロビーはもうあります。別の名前にしてください。',
    table_closed: 'そのテーブルにはもう参加できません。',
    too_many_lobbies: 'もう5つのロビーを管理しています。',
  },
  page: {
    banned: 'この会話にはもう参加できません。',
    blocked: 'この人とは書き合えません。',
    no_conversation: 'この会話はないか、あなたには開かれていません。',
    not_member: '先に会話に参加してください。',
    not_open: '新しいメッセージは受け付けていません。',
    request_pending: '先に申し込みが承認される必要があります。',
  },
  nowhere: {
    after_reveal: 'まだ秘密があります。明かされるまで待ちます。',
    slow_mode: (seconds) => `低速モードです。${duration(seconds)}待つとまた書けます。`,
    too_fast: '速すぎます。ひと息ついて、もう一度送ってください。',
  },
};
