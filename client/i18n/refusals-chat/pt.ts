import { durationIn } from '../duration.ts';
import type { messages as english } from './en.ts';

const duration = durationIn('pt', 'um momento');

export const messages: typeof english = {
  beside: {
    already_member: 'Você já está aqui.',
    empty_text: 'Escreva algo primeiro.',
    group_full: 'Este grupo está cheio: no máximo dez pessoas.',
    muted: (seconds) => `A moderação pediu uma pausa. Você pode escrever em ${duration(seconds)}.`,
    needs_name: 'Escolha um nome primeiro, para saberem quem escreve.',
    newcomer_link: 'Links podem ser enviados dez minutos depois de entrar. Tente mais tarde.',
    no_message: 'Essa mensagem não está mais aqui.',
    no_person: 'Não há essa pessoa aqui.',
    not_allowed: 'Isso é para quem tem outro papel aqui.',
    not_asked: 'Não há pedido aberto para você aqui.',
    not_author: 'Só quem escreveu a mensagem pode mudá-la.',
    rude_words: 'Algumas palavras não são bem-vindas. Tente com mais gentileza.',
    text_too_long: 'É longo demais: no máximo 500 caracteres.',
    too_late: 'Mensagens podem ser mudadas por um dia. Esta é mais antiga.',
    too_many_changes: 'Esta mensagem foi mudada demais. Fica como está.',
    too_many_pins: 'Já há cinco mensagens fixadas. Solte uma primeiro.',
    too_many_reactions: 'Já há doze reações diferentes. Escolha uma delas.',
    already_asked: 'Você já pediu a esta pessoa. Espere a resposta.',
    asked_too_often: 'Muita gente pediu a esta pessoa. Tente daqui a uma hora.',
    bad_emoji: 'Escolha um único emoji.',
    lobby_taken: 'Já há uma sala com esse nome. Escolha outro.',
    table_closed: 'Não dá mais para entrar nessa mesa.',
    too_many_lobbies: 'Você já cuida de cinco salas.',
  },
  page: {
    banned: 'Você não pode mais participar desta conversa.',
    blocked: 'Você e esta pessoa não podem se escrever.',
    no_conversation: 'Esta conversa não existe, ou não está aberta para você.',
    not_member: 'Entre na conversa primeiro.',
    not_open: 'Aqui não se aceitam mensagens novas.',
    request_pending: 'Primeiro o pedido precisa ser aceito.',
  },
  nowhere: {
    after_reveal: 'Ainda há um segredo aqui: isto espera a revelação.',
    slow_mode: (seconds) => `O modo lento está ligado. Você pode escrever em ${duration(seconds)}.`,
    too_fast: 'Que rápido! Respire e envie de novo.',
  },
};
