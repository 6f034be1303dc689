import { type Catalogue, sentenceFor, shownAt } from '../../shared/core/refusals.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { common } from '../i18n/common/index.ts';
import { platformRefusals } from '../i18n/refusals-platform/index.ts';
import type { Refusal } from './types.ts';

/** Why something was refused, in the language of the page: by the first of these that knows it, or by the platform. */
export function worded(rejection: Rejection, ...catalogues: readonly Catalogue[]): Refusal {
  const all = [...catalogues, platformRefusals];
  const isKnown = all.some((each) => shownAt(rejection.code, each) !== null);
  return { code: rejection.code, message: isKnown ? sentenceFor(rejection, ...all) : common.didNotWork };
}

/** A refusal of our own making. */
export const said = (code: string): Refusal => worded({ code });
