import type { Client } from '@colyseus/core';
import { commandId, playerId, type SeatId, seatId } from '../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Actor, Rejection } from '../../../shared/core/rules.ts';
import type { Match } from '../../../shared/engine/match.ts';
import type { CommandReply } from '../../../shared/protocol/codes.ts';
import { seatOf, type TableState } from '../../../shared/table/state.ts';
import type { Person, TableCommand, TableOnlyCommand } from '../../../shared/table/types.ts';
import type { Member } from '../guard/member.ts';
import type { Manners, Move, TableGame } from './hosted-game.ts';
import type { NewPasswords } from './new-passwords.ts';

/** No seat has this number. */
const NOBODY = seatId(0);
const SYSTEM = { kind: 'system' } as const;

/** What commands need of the process. */
export interface CommandPorts {
  readonly manners: Manners;
  readonly newPasswords: NewPasswords;
  /** Counts moves that were carried out. */
  readonly moves: { add(): void };
  memberOf(client: Client): Member;
}

/** What people ask of one table. An object of its own, as `LiveTable` is. */
export class TableCommands {
  readonly #ports: CommandPorts;
  readonly #game: TableGame;
  readonly #match: Match<TableState<unknown>, TableCommand<Move>>;

  constructor(ports: CommandPorts, game: TableGame, match: Match<TableState<unknown>, TableCommand<Move>>) {
    this.#ports = ports;
    this.#game = game;
    this.#match = match;
  }

  /** Carries out what somebody wishes, once for each of their ids. Refusals are those of the table and its game. */
  async carryOut(client: Client, id: string, command: Asked): Promise<Result<CommandReply, Rejection>> {
    const { manners, moves, memberOf } = this.#ports;
    const member = memberOf(client);
    const { state } = this.#match;
    const seat = seatOf(state, playerId(member.person.id));
    const isMove = command.type === 'play';
    const refusal = isMove ? this.#game.screen?.(state, command.move, manners) : null;
    if (refusal) return err(refusal);
    const asked = this.#wish(command, member, seat?.id ?? NOBODY);
    const wish = asked instanceof Promise ? await asked : asked;
    if (!wish.ok) return wish;
    const done = await this.#match.dispatch({
      commandId: commandId(`${member.person.id}:${id}`),
      by: wish.value.by,
      command: wish.value.command,
    });
    if (!done.ok) return done;
    if (isMove) moves.add();
    return ok({ seq: done.value.seq, now: this.#match.now() });
  }

  /** The seat that a connection may act for; null for whoever watches. */
  seatOf(client: Client): SeatId | null {
    const { person, isScreen } = this.#ports.memberOf(client);
    return isScreen ? null : (seatOf(this.#match.state, playerId(person.id))?.id ?? null);
  }

  /** What the table is asked for whoever asked. A password goes no further than here. */
  #wish(command: Asked, member: Member, seat: SeatId): Wish | Promise<Wish> {
    // Without a seat the table refuses, unless it carried out this very command before ("leave", sent twice).
    const by = { kind: 'seat', seat: member.isScreen ? NOBODY : seat } as const;
    switch (command.type) {
      case 'sit':
        if (member.isScreen) return err({ code: 'not_seated' });
        return ok({ by: SYSTEM, command: { type: 'sit', person: personOf(member) } });
      case 'setPassword':
        return by.seat === this.#match.state.host
          ? this.#newPassword(member, by.seat, command.password)
          : err({ code: by.seat === NOBODY ? 'not_seated' : 'not_host' });
      default:
        return ok({ by, command });
    }
  }

  async #newPassword({ person }: Member, by: SeatId, password: string | null): Promise<Wish> {
    const hash = password === null ? ok(null) : await this.#ports.newPasswords.hash(person.id, password);
    return hash.ok ? ok({ by: SYSTEM, command: { type: 'setPassword', by, hash: hash.value } }) : hash;
  }
}

/** Somebody as the table knows them. */
export const personOf = ({ person }: Member): Person => ({ ...person, id: playerId(person.id) });

/** What somebody at a table can ask it. */
type Asked =
  | { readonly type: 'sit' }
  | { readonly type: 'setPassword'; readonly password: string | null }
  | TableOnlyCommand
  | { readonly type: 'play'; readonly move: Move };

/** What the table is told, and by whom; or why not. */
type Wish = Result<{ readonly by: Actor; readonly command: TableCommand<Move> }, Rejection>;
