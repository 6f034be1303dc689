declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** A place at a table, 1–65535, given once per table and never again. 0 on the wire means "nobody". */
export type SeatId = Branded<number, 'SeatId'>;
/** A person as others may know them: public, stable, not a credential. */
export type PlayerId = Branded<string, 'PlayerId'>;
/** One durable stream of entries: everything that happens at one table, from opening to closing. */
export type MatchId = Branded<string, 'MatchId'>;
/** Made by whoever sends a command, 1–64 characters; makes a retry safe. */
export type CommandId = Branded<string, 'CommandId'>;

export const seatId = (n: number): SeatId => n as SeatId;
export const playerId = (s: string): PlayerId => s as PlayerId;
export const matchId = (s: string): MatchId => s as MatchId;
export const commandId = (s: string): CommandId => s as CommandId;
