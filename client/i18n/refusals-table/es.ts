import type { messages as english } from './en.ts';

export const messages: typeof english = {
  beside: {
    not_seated: 'Estás mirando. Siéntate para jugar.',
    not_host: 'Solo el anfitrión puede hacerlo.',
    not_your_turn: 'No es tu turno.',
    too_early: 'Todavía no.',
    skip_later: 'Primero tienen su tiempo. Luego podrás saltar.',
    skip_self: 'Te esperan a ti.',
    round_running: 'Eso se cambia entre dos rondas.',
    too_few_players: (least) => `Hacen falta ${least ?? 'más'} jugadores. Invita a alguien o añade un bot.`,
    too_many_players: (most) =>
      `Son demasiados jugadores${most === undefined ? '' : `: ${most} como mucho`}.`,
    already_seated: 'Ya tienes sitio.',
    unknown_seat: 'Ahí no hay nadie.',
    game_paused: 'El anfitrión ha pausado la partida.',
    table_locked: 'El anfitrión ha cerrado esta mesa: nadie más se sienta.',
    public_table: 'Todos encuentran esta mesa en la lista, así que no tiene contraseña.',
    unknown_person: 'A esa persona no se la echó.',
    game_running: 'Eso se cambia cuando acabe la partida.',
    no_game: 'No hay ninguna partida en marcha.',
    seats_closed: 'Habrá sitio cuando acabe la ronda.',
    react_later: 'Sabes algo secreto: reacciona cuando se sepa.',
    bad_options: 'Esas opciones no van juntas.',
    too_many_tables: 'Ya tienes tres mesas abiertas. Cierra una primero.',
    unknown_game: 'A ese juego no se juega aquí.',
    server_full: 'El servidor está lleno. Vuelve a intentarlo en unos minutos.',
  },
  page: {
    no_table: 'No hay ninguna mesa con ese código.',
    table_full: 'No quedan sitios.',
    password_wanted: 'Esta mesa tiene contraseña.',
    wrong_table_password: 'Esa no es la contraseña de esta mesa.',
    kicked: 'El anfitrión te ha echado de esta mesa.',
  },
};
