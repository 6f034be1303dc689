import type { messages as english } from './en.ts';

export const messages: typeof english = {
  beside: {
    not_seated: 'Du siehst zu. Setz dich, um mitzuspielen.',
    not_host: 'Das kann nur der Host.',
    not_your_turn: 'Du bist nicht dran.',
    too_early: 'Noch nicht.',
    skip_later: 'Etwas Zeit gehört ihnen. Danach kannst du überspringen.',
    skip_self: 'Auf dich selbst wird gewartet.',
    round_running: 'Das lässt sich zwischen zwei Runden ändern.',
    too_few_players: (least) =>
      `Es braucht ${least ?? 'mehr'} Spieler. Lade jemanden ein oder nimm einen Bot dazu.`,
    too_many_players: (most) =>
      `Das sind zu viele Spieler${most === undefined ? '' : `: höchstens ${most}`}.`,
    already_seated: 'Du hast schon einen Platz.',
    unknown_seat: 'Dort sitzt niemand.',
    game_paused: 'Der Host hat das Spiel angehalten.',
    table_locked: 'Der Host hat diesen Tisch gesperrt: Niemand setzt sich mehr dazu.',
    public_table: 'Alle finden diesen Tisch in der Liste, darum hat er kein Passwort.',
    unknown_person: 'Diese Person wurde nicht weggeschickt.',
    game_running: 'Das lässt sich ändern, wenn dieses Spiel aus ist.',
    no_game: 'Es läuft kein Spiel.',
    seats_closed: 'Plätze gibt es, wenn die Runde aus ist.',
    react_later: 'Du weißt etwas Geheimes: Reagiere, wenn es heraus ist.',
    bad_options: 'Diese Optionen passen nicht zusammen.',
    too_many_tables: 'Du hast schon drei offene Tische. Schließ erst einen.',
    unknown_game: 'Dieses Spiel wird hier nicht gespielt.',
    server_full: 'Der Server ist voll. Versuche es in ein paar Minuten.',
  },
  page: {
    no_table: 'Einen Tisch mit diesem Code gibt es nicht.',
    table_full: 'Alle Plätze sind besetzt.',
    password_wanted: 'Dieser Tisch hat ein Passwort.',
    wrong_table_password: 'Das ist nicht das Passwort dieses Tisches.',
    kicked: 'Der Host hat dich von diesem Tisch weggeschickt.',
  },
};
