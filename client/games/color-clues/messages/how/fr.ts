import type { HowMessages } from './en.ts';

export const messages: HowMessages = {
  seesTitle: 'L’un de vous voit une couleur',
  sees: 'À chaque manche, quelqu’un reçoit une carte de quatre couleurs et en choisit une. Les autres ne la voient pas.',
  clue: 'kiwi',
  saysTitle: '… et dit un mot',
  says: 'Pas de nom de couleur, pas de position, rien de déjà dit.',
  placeTitle: 'Les autres posent un pion',
  place: 'L’un après l’autre, sur une case libre. Un pion posé ne bouge plus.',
  secondTitle: 'Un deuxième indice, si besoin',
  second: 'Un ou deux mots de plus, puis chacun un deuxième pion, en ordre inverse.',
  frameTitle: 'Le cadre tombe',
  frame:
    'Pile dessus 3 points, dans le cadre 2, juste autour 1. L’indice rapporte 1 par pion dans le cadre, 2 si vous êtes trois.',
  more: 'Chacun donne l’indice deux fois, une fois à partir de sept. Un indice contraire aux règles ? Conteste avant le premier pion : si la moitié des autres aussi, il faut en donner un autre.',

  options: 'Ce que l’hôte peut choisir',
  choices: [
    'Équipes : de deux à quatre, selon les places. Une équipe marque la moyenne des siens ; un indice rapporte à son équipe ce que les coéquipiers en font.',
    'À deux : ensemble, un seul score, contre un objectif.',
    'Des indices de cinq mots au plus, et des points jusqu’à trois cases : 4, 3, 2, 1.',
  ],

  party: 'Fête : tous ensemble',
  togetherTitle: 'Tout le monde pose en même temps',
  together:
    'Personne ne voit où avant que tous aient posé ou que le temps soit fini ; d’ici là, tu peux déplacer ton pion. Deux pions peuvent partager une case.',
  appearTitle: 'Puis tous les pions apparaissent',
  appear:
    'Mêmes points. L’indice rapporte la moyenne des autres. En général un seul indice, et une manche dure moins d’une minute : de deux à seize.',
};
