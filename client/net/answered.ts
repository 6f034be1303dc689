import { shownAt } from '../../shared/core/refusals.ts';
import type { RefusalAnswer } from '../../shared/protocol/http.ts';
import { accountRefusals } from '../i18n/refusals-account/index.ts';
import { chatRefusals } from '../i18n/refusals-chat/index.ts';
import { platformRefusals } from '../i18n/refusals-platform/index.ts';
import { tableRefusals } from '../i18n/refusals-table/index.ts';
import { worded } from './said.ts';
import type { Refusal } from './types.ts';

/** Why a request was refused, in the language of the page; a code that is new here in the words of the server. */
export function answered(answer: RefusalAnswer): Refusal {
  const catalogues = [accountRefusals, tableRefusals, chatRefusals, platformRefusals];
  const isKnown = catalogues.some((each) => shownAt(answer.code, each) !== null);
  return isKnown ? worded(answer, ...catalogues) : answer;
}
