import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('de', 'einem Moment');

export const messages: typeof english = {
  beside: {
    bad_message: 'Das hat der Server nicht verstanden. Lade die Seite neu.',
    unknown_command: 'So etwas kann man hier nicht tun.',
    rate_limited: (seconds) => `Das war viel auf einmal. Versuche es wieder in: ${duration(seconds)}.`,
    busy: 'Hier ist gerade viel los. Versuche es gleich noch einmal.',
    unavailable: 'Der Server ist nicht bereit. Versuche es gleich noch einmal.',
    internal: (id) =>
      `Bei uns ist etwas kaputtgegangen. Versuche es noch einmal.${id === undefined ? '' : ` Wer diesen Server betreibt, findet es unter ${id}.`}`,
    offline: 'Keine Verbindung. Sieh nach dem Netz und versuche es noch einmal.',
    no_cookies: 'Dieser Browser behält kein Cookie für diese Seite. Erlaube es und lade die Seite neu.',
    no_session: 'Dein Besuch ist abgelaufen. Lade die Seite neu.',
    not_found: 'Dort war nichts zu finden.',
    bad_request: 'Das konnte der Server nicht lesen. Lade die Seite neu.',
    bad_origin: 'Das kam von einer anderen Seite.',
    bad_method: 'Das geht hier nicht.',
    bad_type: 'Der Server liest nur JSON.',
    too_large: 'Das ist zu lang.',
    too_slow: 'Das kam zu langsam an. Versuche es noch einmal.',
  },
  page: {
    bad_host: 'Unter diesem Namen ist dieser Server nicht bekannt.',
    gone: 'Hier ist geschlossen.',
    outdated: 'Es gibt eine neuere Version. Lade die Seite neu.',
  },
  nowhere: {
    moved: 'Das zieht auf einen anderen Server um. Einen Moment.',
    no_change: 'Das ist schon so.',
  },
};
