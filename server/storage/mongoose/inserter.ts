import type { Model } from 'mongoose';
import { refusalsOf } from './errors.ts';

interface Asked<R> {
  readonly row: R;
  resolve(isStored: boolean): void;
  reject(error: unknown): void;
}

/**
 * Inserts into one collection: whatever is asked for within one turn travels together. Resolves to false when a key of
 * the row is taken; rejects when it is not known whether the row is stored.
 */
export function inserterOn<R extends { readonly _id: string }>(
  model: Model<R>,
): (row: R) => Promise<boolean> {
  let asked: Asked<R>[] = [];

  const send = async () => {
    const sent = asked;
    asked = [];
    try {
      const rows = sent.map(({ row }) => row);
      await model.insertMany(rows, { ordered: false, lean: true });
      for (const { resolve } of sent) resolve(true);
    } catch (error) {
      const refusals = refusalsOf(error);
      for (const [index, { resolve, reject }] of sent.entries()) {
        const refusal = refusals ? refusals.get(index) : error;
        if (refusal === undefined) resolve(true);
        else if (refusal === 'taken') resolve(false);
        else reject(refusal);
      }
    }
  };

  return (row) =>
    new Promise((resolve, reject) => {
      asked.push({ row, resolve, reject });
      if (asked.length === 1) queueMicrotask(() => void send());
    });
}
