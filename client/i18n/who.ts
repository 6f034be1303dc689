/** Somebody that a message is about, as a `Face` is. */
export interface Who {
  readonly name: string;
  /** The reader. */
  readonly isMine: boolean;
}
