import { type Signal, signal } from '@preact/signals';
import type { AnnouncedMessage } from '../../shared/protocol/operate-wire.ts';

/** What was announced to everybody last; null when nothing was since the page opened. */
export const announced: Signal<AnnouncedMessage | null> = signal(null);
