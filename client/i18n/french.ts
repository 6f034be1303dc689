/** `d’Ana`, `de Ben`: of somebody, in French. */
export const ofName = (name: string): string =>
  /^[aeiouyàâæéèêëîïôœùûü]/i.test(name) ? `d’${name}` : `de ${name}`;
