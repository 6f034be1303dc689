import type { Rng } from '../../shared/core/rng.ts';

// biome-ignore format: words read best in rows
const MOODS = [
  'Brave', 'Breezy', 'Bright', 'Calm', 'Cheery', 'Clever', 'Cozy', 'Curious', 'Daring', 'Dreamy',
  'Eager', 'Early', 'Fancy', 'Gentle', 'Happy', 'Humble', 'Jolly', 'Keen', 'Kind', 'Lively',
  'Lucky', 'Merry', 'Mighty', 'Nimble', 'Patient', 'Plucky', 'Polite', 'Quick', 'Quiet', 'Sleepy',
  'Snappy', 'Speedy', 'Sunny', 'Swift', 'Tidy', 'Tiny', 'Wise', 'Witty', 'Zany', 'Zesty',
] as const;

// biome-ignore format: words read best in rows
const BEINGS = [
  'Acorn', 'Alpaca', 'Badger', 'Beaver', 'Bison', 'Button', 'Camel', 'Comet', 'Condor', 'Cricket',
  'Dolphin', 'Donkey', 'Falcon', 'Ferret', 'Gecko', 'Hamster', 'Heron', 'Kettle', 'Koala', 'Lantern',
  'Lemur', 'Lizard', 'Llama', 'Lynx', 'Magpie', 'Marmot', 'Mitten', 'Moose', 'Narwhal', 'Ocelot',
  'Otter', 'Panda', 'Parrot', 'Pebble', 'Pelican', 'Penguin', 'Puffin', 'Quokka', 'Rabbit', 'Raccoon',
  'Robin', 'Rocket', 'Salmon', 'Seal', 'Sparrow', 'Teapot', 'Toucan', 'Turtle', 'Walrus', 'Wombat',
] as const;

/** A friendly name for somebody who has not chosen one: `Witty Otter`. */
export const makeGuestName = (rng: Rng): string => `${rng.pick(MOODS)} ${rng.pick(BEINGS)}`;
