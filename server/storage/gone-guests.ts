import type { Shelf } from './shelf.ts';
import type { SweepRule } from './sweep.ts';

/** What a guest leaves goes in the steps of `leave`; the note in `gone`, by person, goes last. */
export const whatGuestsLeave = (
  gone: Pick<Shelf<object>, 'below' | 'remove'>,
  leave: (person: string) => AsyncIterable<unknown>,
): SweepRule => {
  let under: { readonly person: string; readonly way: AsyncIterator<unknown> } | null = null;
  return {
    name: 'what guests leave',
    async step() {
      if (!under) {
        const [person] = (await gone.below(Number.MAX_SAFE_INTEGER, 1)).keys();
        if (person === undefined) return 0;
        under = { person, way: leave(person)[Symbol.asyncIterator]() };
      }
      const { person, way } = under;
      try {
        if (!(await way.next()).done) return 1;
        await gone.remove(person);
        under = null;
      } catch (error) {
        under = null;
        throw error;
      }
      return 1;
    },
  };
};
