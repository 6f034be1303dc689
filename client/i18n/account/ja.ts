import type { messages as english } from './en.ts';

const number = new Intl.NumberFormat('ja');

export const messages: typeof english = {
  titles: {
    account: 'あなたのアカウント',
    guest: '名前を残す',
    logIn: 'ログイン',
    recover: 'パスワードを忘れたとき',
    codes: '回復コード',
    password: 'パスワードを変える',
    newCodes: '新しい回復コード',
    browsers: 'ログイン中の場所',
    delete: 'すべて削除しますか?',
    erasing: '退会しました',
  },
  name: '名前',
  password: 'パスワード',
  yourPassword: 'パスワード',
  yourPasswordNow: '今のパスワード',
  newPassword: '新しいパスワード',
  newPasswordHint: '10文字以上。単語を3つか4つ並べると覚えやすいです。',
  recoveryCode: '回復コード',
  recoveryCodeHint: '例: abcde-fghjk-mnpqr-stuvw',
  showPassword: 'パスワードを表示',

  nameIsYours: (name) => `${name} という名前はあなたのものです。`,
  codesLeft: (left) =>
    left === 0
      ? '回復コードが残っていません。パスワードを忘れたときのために新しく作ってください。'
      : `回復コードは残り${left}個です。`,
  ways: { browsers: 'ログイン中の場所', password: 'パスワードを変える', newCodes: '新しい回復コード' },
  games: '遊んだゲーム',
  logOut: 'ログアウト',
  deleteAccount: 'アカウントを削除',

  onlyThisBrowser:
    '今あなたを知っているのはこのブラウザだけです。パスワードを決めると、名前はあなただけのものになり、どこからでもログインできます。',
  keepName: '名前を残す',
  keeping: '登録中…',
  haveAccount: 'アカウントがある: ログイン',
  deleteMe: '自分の情報をすべて削除',

  logIn: 'ログイン',
  loggingIn: 'ログイン中…',
  forgotPassword: 'パスワードを忘れたとき',
  recoverText: '回復コードはそれぞれ一度だけ使えます。ほかの場所ではログアウトされます。',
  leftBehind: (name) =>
    `ここでは、アカウントのない ${name} です。${name} のゲームとメッセージは引き継がれず、もとにも戻せません。`,

  signedOut: {
    title: 'ログアウトされました',
    text: (name) =>
      `このブラウザは、もう ${name} としてログインしていません。もう一度ログインするか、新しい人として続けてください。`,
    goOn: '新しい人として続ける',
  },

  passwordChanged: 'パスワードを変えました。ほかのブラウザではログインし直してください。',
  changeIt: '変える',
  changingIt: '変更中…',

  newCodesText: '新しいコードを10個作ります。古いものは使えなくなります。',
  showNewCodes: 'コードを表示',
  codesText:
    'パスワードを忘れても、それぞれ一度だけ入れます。二度と表示されません。安全な場所に保管してください。',
  codesOf: (name) => `Color Clues: ${name} の回復コード`,
  codesSelected: '選択しました。ここからコピーしてください。',
  copy: 'コピー',
  download: 'ダウンロード',
  codesKept: '保管しました',

  thisBrowser: 'このブラウザ',
  usedJustNow: 'たった今使用',
  usedHoursAgo: (hours) => `${hours}時間前に使用`,
  usedDaysAgo: (days) => `${number.format(days)}日前に使用`,
  logOutOf: (browser) => `${browser} をログアウト`,
  logOutOthers: 'ほかをすべてログアウト',

  data: {
    start: '自分のデータをダウンロード',
    collecting: '収集中… 中止',
    soFar: (size) => `${size} まで… 中止`,
  },

  deleteText:
    '名前は空き、メッセージは消え、保存されたゲームからもあなたの名前がなくなります。元には戻せません。',
  deleteForGood: '完全に削除',
  deleting: '削除中…',
  typeToConfirm: (name) => `確認のため ${name} と入力`,
  nameIsFree: '名前は空きました。書いたものはもうだれにも読めません。',
  erasing: (messages) =>
    messages === 0
      ? 'メッセージを消しています。待つ必要はありません。'
      : `メッセージを${number.format(messages)}件消しました。残りを待つ必要はありません。`,
  startAgain: '新しい名前で始める',
};
