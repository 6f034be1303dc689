import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('fr', 'un instant');

export const messages: typeof english = {
  beside: {
    already_member: 'Tu y es déjà.',
    empty_text: 'Écris d’abord quelque chose.',
    group_full: 'Ce groupe est plein : dix personnes au plus.',
    muted: (seconds) => `La modération te demande une pause. Tu pourras écrire dans ${duration(seconds)}.`,
    needs_name: 'Choisis d’abord un nom, pour que l’on sache qui écrit.',
    newcomer_link: 'Les liens se partagent dix minutes après l’arrivée. Réessaie un peu plus tard.',
    no_message: 'Ce message n’est plus là.',
    no_person: 'Il n’y a personne de ce nom ici.',
    not_allowed: 'C’est réservé à un autre rôle.',
    not_asked: 'Aucune demande ne t’attend ici.',
    not_author: 'Seul l’auteur d’un message peut le changer.',
    rude_words: 'Certains mots ne sont pas les bienvenus. Essaie plus gentiment.',
    text_too_long: 'C’est trop long : 500 caractères au plus.',
    too_late: 'Un message se change pendant un jour. Celui-ci est plus ancien.',
    too_many_changes: 'Ce message a été changé trop souvent. Il reste ainsi.',
    too_many_pins: 'Cinq messages sont déjà épinglés. Détaches-en un d’abord.',
    too_many_reactions: 'Il y a déjà douze réactions différentes. Choisis-en une.',
    already_asked: 'Tu as déjà demandé à cette personne. Attends sa réponse.',
    asked_too_often: 'Beaucoup ont demandé à cette personne. Réessaie dans une heure.',
    bad_emoji: 'Choisis un seul emoji.',
    lobby_taken: 'Il y a déjà un salon de ce nom. Choisis-en un autre.',
    table_closed: 'On ne peut plus rejoindre cette table.',
    too_many_lobbies: 'Tu t’occupes déjà de cinq salons.',
  },
  page: {
    banned: 'Tu ne peux plus prendre part à cette conversation.',
    blocked: 'Toi et cette personne ne pouvez pas vous écrire.',
    no_conversation: 'Cette conversation n’existe pas, ou ne t’est pas ouverte.',
    not_member: 'Rejoins d’abord la conversation.',
    not_open: 'On n’accepte pas de nouveaux messages ici.',
    request_pending: 'La demande doit d’abord être acceptée.',
  },
  nowhere: {
    after_reveal: 'Il y a encore un secret ici : ceci attend la révélation.',
    slow_mode: (seconds) => `Le mode lent est actif. Tu pourras écrire dans ${duration(seconds)}.`,
    too_fast: 'C’était rapide ! Respire et renvoie-le.',
  },
};
