import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const strength = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How hard a password is to guess: 0 is guessed at once, 4 never. `known` are words that others know of its owner. */
export const scoreOf = (password: string, known: string[]): number => strength.check(password, known).score;
