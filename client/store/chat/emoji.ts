import { chatMessages as t } from '../../i18n/chat/index.ts';

/** What the picker offers, most used first. */
export const EMOJI: readonly string[] = [
  '👍',
  '❤️',
  '😂',
  '😄',
  '😮',
  '😢',
  '🎉',
  '👏',
  '🙏',
  '🔥',
  '💯',
  '👀',
  '🤔',
  '😅',
  '🙃',
  '😎',
  '🥳',
  '😴',
  '👋',
  '👎',
  '🎯',
  '🎨',
  '🌈',
  '🍀',
];

/** What an emoji is called; itself when it is not one of ours. */
export const emojiName = (emoji: string): string => t.emoji[EMOJI.indexOf(emoji)] ?? emoji;
