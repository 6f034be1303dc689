import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('pt', 'um momento');

export const messages: typeof english = {
  beside: {
    bad_message: 'O servidor não entendeu. Recarregue a página.',
    unknown_command: 'Isso não se faz aqui.',
    rate_limited: (seconds) => `Foi muita coisa de uma vez. Tente de novo em ${duration(seconds)}.`,
    busy: 'Há muito movimento aqui. Tente de novo daqui a pouco.',
    unavailable: 'O servidor não está pronto. Tente de novo daqui a pouco.',
    internal: (id) =>
      `Algo quebrou do nosso lado. Tente de novo.${id === undefined ? '' : ` Quem cuida deste servidor acha como ${id}.`}`,
    offline: 'Sem conexão. Veja a rede e tente de novo.',
    no_cookies: 'Este navegador não guarda o cookie deste site. Permita-o e recarregue a página.',
    no_session: 'Sua visita expirou. Recarregue a página.',
    not_found: 'Nada foi encontrado ali.',
    bad_request: 'O servidor não conseguiu ler. Recarregue a página.',
    bad_origin: 'Isso veio de outra página.',
    bad_method: 'Isso não se faz aqui.',
    bad_type: 'O servidor só lê JSON.',
    too_large: 'É longo demais.',
    too_slow: 'Demorou demais para chegar. Tente de novo.',
  },
  page: {
    bad_host: 'Este servidor não é conhecido por esse nome.',
    gone: 'Isto está fechado.',
    outdated: 'Há uma versão mais nova. Recarregue a página.',
  },
  nowhere: {
    moved: 'Mudando para outro servidor. Um momento.',
    no_change: 'Já está assim.',
  },
};
