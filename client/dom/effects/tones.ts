import { preferences } from '../../store/preferences.ts';

/**
 * `turn`: it is your move; `move`: somebody moved; `hurry`: time is short; `news`: something was decided; `point`: somebody
 * has points; `win`: the game is won.
 */
export type Tone = 'turn' | 'move' | 'hurry' | 'news' | 'point' | 'win';

/** Pitches in Hz, one after the other. */
const NOTES: Record<Tone, readonly number[]> = {
  turn: [523.25, 783.99],
  move: [392],
  hurry: [440, 440],
  news: [392, 523.25, 659.25],
  point: [659.25],
  win: [523.25, 659.25, 783.99, 1046.5, 783.99, 1046.5],
};
const STEP_S = 0.11;
const LENGTH_S = 0.22;
const LOUDNESS = 0.07;

let context: AudioContext | null = null;

/** Browsers allow sound after the first touch or key only; nothing is made before. */
const unlock = (): void => {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
};
addEventListener('pointerdown', unlock, { once: true, passive: true });
addEventListener('keydown', unlock, { once: true, passive: true });

/** Plays a short, soft tone, `higher` by so many semitones; not when sounds are off or the page is not touched yet. */
export function playTone(tone: Tone, higher = 0): void {
  if (!context || !preferences.value.sound) return;
  const start = context.currentTime + 0.01;
  for (const [index, pitch] of NOTES[tone].entries()) {
    const at = start + index * STEP_S;
    const oscillator = new OscillatorNode(context, {
      type: 'sine',
      frequency: pitch,
      detune: 100 * higher,
    });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH_S);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + LENGTH_S);
  }
}

/** Shakes a phone: on, off, on… in ms. Not when that is off or the page is not touched yet. */
export function buzz(ms: readonly number[]): void {
  if (preferences.value.vibration && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([...ms]);
}
