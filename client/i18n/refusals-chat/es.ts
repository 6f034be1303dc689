import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('es', 'un momento');

export const messages: typeof english = {
  beside: {
    already_member: 'Ya estás dentro.',
    empty_text: 'Escribe algo primero.',
    group_full: 'Este grupo está lleno: diez personas como mucho.',
    muted: (seconds) => `La moderación te pide una pausa. Podrás escribir en ${duration(seconds)}.`,
    needs_name: 'Elige primero un nombre, para que se sepa quién escribe.',
    newcomer_link: 'Los enlaces se envían diez minutos después de entrar. Prueba algo más tarde.',
    no_message: 'Ese mensaje ya no está.',
    no_person: 'Aquí no hay esa persona.',
    not_allowed: 'Eso es para quien tiene otro papel aquí.',
    not_asked: 'No tienes ninguna petición pendiente aquí.',
    not_author: 'Solo quien escribió un mensaje puede cambiarlo.',
    rude_words: 'Algunas palabras no son bienvenidas. Prueba con más amabilidad.',
    text_too_long: 'Es demasiado largo: 500 caracteres como mucho.',
    too_late: 'Los mensajes se cambian durante un día. Este es más viejo.',
    too_many_changes: 'Este mensaje se ha cambiado demasiado. Se queda como está.',
    too_many_pins: 'Ya hay cinco mensajes fijados. Suelta uno primero.',
    too_many_reactions: 'Ya hay doce reacciones distintas. Elige una de ellas.',
    already_asked: 'Ya preguntaste a esta persona. Espera su respuesta.',
    asked_too_often: 'Mucha gente preguntó a esta persona. Prueba en una hora.',
    bad_emoji: 'Elige un solo emoji.',
    lobby_taken: 'Ya hay una sala con ese nombre. Elige otro.',
    table_closed: 'Ya no se puede entrar en esa mesa.',
    too_many_lobbies: 'Ya cuidas de cinco salas.',
  },
  page: {
    banned: 'Ya no puedes participar en esta conversación.',
    blocked: 'Tú y esta persona no pueden escribirse.',
    no_conversation: 'Esta conversación no existe, o no está abierta para ti.',
    not_member: 'Únete primero a la conversación.',
    not_open: 'Aquí no se aceptan mensajes nuevos.',
    request_pending: 'Primero hay que aceptar la petición.',
  },
  nowhere: {
    after_reveal: 'Aquí aún hay un secreto: esto espera a que se descubra.',
    slow_mode: (seconds) => `El modo lento está activo. Podrás escribir en ${duration(seconds)}.`,
    too_fast: '¡Qué rápido! Respira y envíalo otra vez.',
  },
};
