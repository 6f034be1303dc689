import type { Result } from '../../shared/core/result.ts';
import type { MetAnswer } from '../../shared/protocol/met.ts';
import { callAsMe } from './api.ts';
import type { Refusal } from './types.ts';

export type { MetAnswer, MetPerson } from '../../shared/protocol/met.ts';

/** Whether one remembers the people one plays with, and whom one has met. */
export const metPeople = (): Promise<Result<MetAnswer, Refusal>> => callAsMe('GET', '/api/met');

export const rememberPeople = (isOn: boolean): Promise<Result<MetAnswer, Refusal>> =>
  callAsMe('POST', '/api/met', { isOn });

export const forgetMet = (person: string): Promise<Result<MetAnswer, Refusal>> =>
  callAsMe('POST', '/api/met/forget', { person });
