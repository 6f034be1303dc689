/** What becomes of a reported message. */
export const STANDINGS = ['open', 'taken', 'done'] as const;
export type Standing = (typeof STANDINGS)[number];
