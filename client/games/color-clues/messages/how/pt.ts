import type { HowMessages } from './en.ts';

export const messages: HowMessages = {
  seesTitle: 'Alguém vê uma cor',
  sees: 'A cada rodada alguém recebe uma carta com quatro cores e escolhe uma. Ninguém mais vê.',
  clue: 'musgo',
  saysTitle: '… e diz uma palavra',
  says: 'Nada de nomes de cores, posições no quadro ou palavras já usadas.',
  placeTitle: 'Os outros colocam uma ficha',
  place: 'Um de cada vez, em uma casa livre. A ficha fica onde está.',
  secondTitle: 'Uma segunda dica, se quiser',
  second: 'Mais uma ou duas palavras e outra ficha cada, na ordem inversa.',
  frameTitle: 'A moldura cai',
  frame:
    'Em cima 3 pontos, na moldura 2, um passo fora 1. Quem deu a dica ganha 1 por ficha na moldura, 2 se forem três.',
  more: 'Cada um dá a dica duas vezes; com sete ou mais, uma. A dica quebra as regras? Conteste antes da primeira ficha: se metade dos outros contestar, é preciso dar outra.',

  options: 'O que dá para escolher',
  choices: [
    'Equipes: de duas a quatro, pela ordem dos lugares. Uma equipe ganha a média dos seus; uma dica rende à própria equipe o que os colegas tirarem dela.',
    'Em dupla: juntos, um só placar, contra uma meta.',
    'Dicas de até cinco palavras, e pontos até três casas: 4, 3, 2, 1.',
  ],

  party: 'Festa: todos juntos',
  togetherTitle: 'Todos colocam ao mesmo tempo',
  together:
    'Ninguém vê onde até todos colocarem ou o tempo acabar; até lá você pode mover a ficha. Dois podem escolher a mesma casa.',
  appearTitle: 'Aí aparecem todas as fichas',
  appear:
    'Os mesmos pontos. Quem deu a dica ganha a média dos outros. Em geral há uma dica, e a rodada dura menos de um minuto: de dois a dezesseis.',
};
