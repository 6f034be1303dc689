/** An emoji and what a screen reader calls it. */
export interface Emoji {
  readonly emoji: string;
  readonly name: string;
}

const of = (emoji: string, name: string): Emoji => ({ emoji, name });

/** What the picker offers, most used first. */
export const EMOJI: readonly Emoji[] = [
  of('👍', 'thumbs up'),
  of('❤️', 'heart'),
  of('😂', 'tears of joy'),
  of('😄', 'smile'),
  of('😮', 'surprised'),
  of('😢', 'sad'),
  of('🎉', 'party'),
  of('👏', 'clapping'),
  of('🙏', 'thank you'),
  of('🔥', 'fire'),
  of('💯', 'hundred'),
  of('👀', 'eyes'),
  of('🤔', 'thinking'),
  of('😅', 'phew'),
  of('🙃', 'upside down'),
  of('😎', 'cool'),
  of('🥳', 'celebrating'),
  of('😴', 'asleep'),
  of('👋', 'wave'),
  of('👎', 'thumbs down'),
  of('🎯', 'bull’s-eye'),
  of('🎨', 'palette'),
  of('🌈', 'rainbow'),
  of('🍀', 'luck'),
];

/** What an emoji is called; itself when it is not one of ours. */
export const emojiName = (emoji: string): string => EMOJI.find((each) => each.emoji === emoji)?.name ?? emoji;
