import type { Speaker } from '../../../shared/chat/types.ts';
import { playerId } from '../../../shared/core/ids.ts';
import type { Visitor } from '../guard/member.ts';

/** Whoever acts for nobody in particular. */
export const SERVER: Speaker = { id: playerId(''), isNamed: true, isOperator: true };

/** Somebody as the rules of conversations know them. */
export const speakerOf = ({
  person,
  isNamed,
  isOperator,
}: Pick<Visitor, 'isNamed' | 'isOperator'> & { readonly person: { readonly id: string } }): Speaker => ({
  id: playerId(person.id),
  isNamed,
  isOperator,
});
