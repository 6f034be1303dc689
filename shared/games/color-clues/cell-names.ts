/** PROVISIONAL stub until the generated names land. */
export const cellNames: readonly string[] = Array.from({ length: 480 }, () => 'color');
