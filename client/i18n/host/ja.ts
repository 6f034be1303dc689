import type { HostMessages } from './en.ts';

export const messages: HostMessages = {
  skipThem: (name) => (name === null ? '配置を終える' : `${name}をとばす`),
  skipHelp: '持ち時間の半分は待ちます。席を離れている人はすぐにとばせます。',
  skipIn: (seconds) => `あと${seconds}秒でとばせます。持ち時間の半分は待ちます。`,
  orderHelp: '次のラウンドから変わります。',
  level: 'レベル',
  levelHelp: 'ゲームの前後と、ラウンドの間に変えられます。',
};
