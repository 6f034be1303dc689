import { preferences } from '../../store/preferences.ts';

/** `turn`: it is your move; `move`: somebody moved; `hurry`: time is short; `news`: something was decided. */
export type Tone = 'turn' | 'move' | 'hurry' | 'news';

/** Pitches in Hz, one after the other. */
const NOTES: Record<Tone, readonly number[]> = {
  turn: [523.25, 783.99],
  move: [392],
  hurry: [440, 440],
  news: [392, 523.25, 659.25],
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

/** Plays a short, soft tone, unless sounds are off or the page has not been touched yet. */
export function playTone(tone: Tone): void {
  if (!context || !preferences.value.sound) return;
  const start = context.currentTime + 0.01;
  for (const [index, pitch] of NOTES[tone].entries()) {
    const at = start + index * STEP_S;
    const oscillator = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH_S);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + LENGTH_S);
  }
}
