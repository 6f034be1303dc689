const TABLE_LINK = /(?:https?:\/\/[^\s/]+)?\/t\/([a-z]{4,12})\/?(?=\s|$)/i;

/** A message as it is sent: a link to a table of this server becomes an invitation. `origins` as in `location`. */
export function withInvitation(text: string, ...origins: string[]): { text: string; table: string | null } {
  const found = TABLE_LINK.exec(text);
  const isOurs =
    found && (found[0].startsWith('/') || origins.some((origin) => found[0].startsWith(`${origin}/`)));
  if (!isOurs || !found[1]) return { text, table: null };
  return { text: text.replace(found[0], '').trim(), table: found[1].toUpperCase() };
}
