/** What people at a table can show each other in a moment: a fixed set, none of them a color or a place. */
export const REACTIONS = ['😂', '😮', '👏', '🔥', '😅', '🎯'] as const;

export type Reaction = (typeof REACTIONS)[number];
