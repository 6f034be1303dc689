import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('ja', '少し');

export const messages: typeof english = {
  beside: {
    bad_message: 'サーバーが理解できませんでした。ページを読み込み直してください。',
    unknown_command: 'ここではできません。',
    rate_limited: (seconds) => `一度に多すぎました。${duration(seconds)}待ってからもう一度お試しください。`,
    busy: '混み合っています。少し待ってからもう一度お試しください。',
    unavailable: 'サーバーの準備ができていません。少し待ってからもう一度お試しください。',
    internal: (id) =>
      `こちらで問題が起きました。もう一度お試しください。${id === undefined ? '' : `(運営者用の番号: ${id})`}`,
    offline: '接続がありません。ネットワークを確かめて、もう一度お試しください。',
    no_cookies:
      'このブラウザはこのサイトの Cookie を保存しません。許可してからページを読み込み直してください。',
    no_session: '時間が切れました。ページを読み込み直してください。',
    not_found: '見つかりませんでした。',
    bad_request: 'サーバーが読み取れませんでした。ページを読み込み直してください。',
    bad_origin: '別のページからの要求です。',
    bad_method: 'ここではできません。',
    bad_type: 'サーバーが読めるのは JSON だけです。',
    too_large: '長すぎます。',
    too_slow: '届くのに時間がかかりすぎました。もう一度お試しください。',
  },
  page: {
    bad_host: 'このサーバーはその名前では知られていません。',
    gone: '閉じられました。',
    outdated: '新しい版があります。ページを読み込み直してください。',
  },
  nowhere: {
    moved: '別のサーバーに移っています。お待ちください。',
    no_change: 'すでにそうなっています。',
  },
};
