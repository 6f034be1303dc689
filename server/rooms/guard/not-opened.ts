/**
 * Thrown while a room is made: why it cannot be opened. `gone` means that it never will be, `newer` that this program is too
 * old for it, `unknown_game` that it does not know what is played there, and a newer one may.
 */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
}
