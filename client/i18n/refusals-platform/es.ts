import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('es', 'un momento');

export const messages: typeof english = {
  beside: {
    bad_message: 'El servidor no lo entendió. Recarga la página.',
    unknown_command: 'Eso no se puede hacer aquí.',
    rate_limited: (seconds) => `Fue mucho de golpe. Vuelve a intentarlo en ${duration(seconds)}.`,
    busy: 'Hay mucho movimiento. Vuelve a intentarlo en un momento.',
    unavailable: 'El servidor no está listo. Vuelve a intentarlo en un momento.',
    internal: (id) =>
      `Algo se rompió de nuestro lado. Vuelve a intentarlo.${id === undefined ? '' : ` Quien lleva este servidor lo encuentra como ${id}.`}`,
    offline: 'Sin conexión. Revisa la red y vuelve a intentarlo.',
    no_cookies: 'Este navegador no guarda la cookie de este sitio. Permítela y recarga la página.',
    no_session: 'Tu visita ha caducado. Recarga la página.',
    not_found: 'Allí no había nada.',
    bad_request: 'El servidor no pudo leerlo. Recarga la página.',
    bad_origin: 'Eso vino de otra página.',
    bad_method: 'Eso no se puede hacer aquí.',
    bad_type: 'El servidor solo lee JSON.',
    too_large: 'Es demasiado largo.',
    too_slow: 'Tardó demasiado en llegar. Vuelve a intentarlo.',
  },
  page: {
    bad_host: 'Este servidor no se conoce con ese nombre.',
    gone: 'Esto está cerrado.',
    outdated: 'Hay una versión más nueva. Recarga la página.',
  },
  nowhere: {
    moved: 'Esto pasa a otro servidor. Un momento.',
    no_change: 'Ya está así.',
  },
};
