/** Thrown while a room is made: why it cannot be opened. `gone` means that it never will be. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
}
