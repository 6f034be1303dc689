import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('fr', 'un instant');

export const messages: typeof english = {
  beside: {
    bad_message: 'Le serveur n’a pas compris. Recharge la page.',
    unknown_command: 'Cela ne se fait pas ici.',
    rate_limited: (seconds) => `C’était beaucoup d’un coup. Réessaie dans ${duration(seconds)}.`,
    busy: 'Il y a du monde ici. Réessaie dans un instant.',
    unavailable: 'Le serveur n’est pas prêt. Réessaie dans un instant.',
    internal: (id) =>
      `Quelque chose a cassé chez nous. Réessaie.${id === undefined ? '' : ` Qui gère ce serveur le trouve sous ${id}.`}`,
    offline: 'Pas de connexion. Vérifie le réseau et réessaie.',
    no_cookies: 'Ce navigateur ne garde pas de cookie pour ce site. Autorise-le, puis recharge la page.',
    no_session: 'Ta visite a expiré. Recharge la page.',
    not_found: 'On n’a rien trouvé là.',
    bad_request: 'Le serveur n’a pas pu lire cela. Recharge la page.',
    bad_origin: 'Cela venait d’une autre page.',
    bad_method: 'Cela ne se fait pas ici.',
    bad_type: 'Le serveur ne lit que du JSON.',
    too_large: 'C’est trop long.',
    too_slow: 'C’est arrivé trop lentement. Réessaie.',
  },
  page: {
    bad_host: 'Ce serveur n’est pas connu sous ce nom.',
    gone: 'C’est fermé.',
    outdated: 'Il y a une version plus récente. Recharge la page.',
  },
  nowhere: {
    moved: 'Passage à un autre serveur. Un instant.',
    no_change: 'C’est déjà le cas.',
  },
};
