import type { Catalogue } from '../core/refusals.ts';

/** Why no socket is opened, besides what the platform refuses. Browsers keep the answer from the page. */
export const SOCKET_REFUSALS = {
  nowhere: {
    misdirected: 'This came to a wrong server. Ask for the seat again.',
    other_seat: 'This seat was promised to somebody else.',
  },
} as const satisfies Catalogue;
