/** Raised when an old client could no longer follow a new server. A client that is too old is told to reload. */
export const PROTOCOL_VERSION = 1;
