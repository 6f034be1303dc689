/** Before these a vowel is left out. */
const VOWEL = /^[aeiouyàâæéèêëîïôœùûü]/i;

/** `d’Ana`, `de Ben`: of somebody, in French. */
export const ofName = (name: string): string => (VOWEL.test(name) ? `d’${name}` : `de ${name}`);

/** `l’orange`, `le vert`: a masculine noun with its article. */
export const theNoun = (noun: string): string => (VOWEL.test(noun) ? `l’${noun}` : `le ${noun}`);
