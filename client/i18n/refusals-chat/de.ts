import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('de', 'einem Moment');

export const messages: typeof english = {
  beside: {
    already_member: 'Schon dabei.',
    empty_text: 'Schreib erst etwas.',
    group_full: 'Diese Gruppe ist voll: höchstens zehn Leute.',
    muted: (seconds) =>
      `Die Moderation bittet dich um eine Pause. Schreiben kannst du wieder in: ${duration(seconds)}.`,
    needs_name: 'Wähle erst einen Namen, damit andere wissen, wer schreibt.',
    newcomer_link: 'Links gehen erst zehn Minuten nach dem Beitritt. Versuche es etwas später.',
    no_message: 'Diese Nachricht ist nicht mehr da.',
    no_person: 'So jemanden gibt es hier nicht.',
    not_allowed: 'Das ist für Leute mit einer anderen Rolle.',
    not_asked: 'Hier ist keine Anfrage für dich offen.',
    not_author: 'Nur wer eine Nachricht geschrieben hat, kann sie ändern.',
    rude_words: 'Manche Wörter sind hier nicht willkommen. Versuche es etwas freundlicher.',
    text_too_long: 'Das ist zu lang: höchstens 500 Zeichen.',
    too_late: 'Nachrichten lassen sich einen Tag lang ändern. Diese ist älter.',
    too_many_changes: 'Diese Nachricht wurde zu oft geändert. Sie bleibt, wie sie ist.',
    too_many_pins: 'Fünf Nachrichten sind schon angeheftet. Löse erst eine.',
    too_many_reactions: 'Es gibt schon zwölf verschiedene Reaktionen. Nimm eine davon.',
    already_asked: 'Du hast diese Person schon gefragt. Warte auf ihre Antwort.',
    asked_too_often: 'Viele haben diese Person zuletzt gefragt. Versuche es in einer Stunde.',
    bad_emoji: 'Nimm ein einzelnes Emoji.',
    lobby_taken: 'Eine Lobby mit diesem Namen gibt es schon. Wähle einen anderen.',
    table_closed: 'An diesen Tisch kann man nicht mehr kommen.',
    too_many_lobbies: 'Du kümmerst dich schon um fünf Lobbys.',
  },
  page: {
    banned: 'Du kannst an diesem Gespräch nicht mehr teilnehmen.',
    blocked: 'Du und diese Person könnt einander nicht schreiben.',
    no_conversation: 'Dieses Gespräch gibt es nicht, oder es ist dir nicht offen.',
    not_member: 'Tritt dem Gespräch erst bei.',
    not_open: 'Hier werden keine neuen Nachrichten angenommen.',
    request_pending: 'Erst muss die Anfrage angenommen werden.',
  },
  nowhere: {
    after_reveal: 'Hier ist noch etwas geheim: Das wartet auf die Auflösung.',
    slow_mode: (seconds) => `Der langsame Modus ist an. Schreiben kannst du wieder in: ${duration(seconds)}.`,
    too_fast: 'Das ging schnell! Hol Luft und sende es noch einmal.',
  },
};
