/**
 * The name that a title gets in an address: `Color theory!` → `color-theory`, `Go` → `lobby-go`. Of one that is mostly in
 * letters which no address has it is a number of its own: `色の部屋` → `lobby-1a2b3c`. 3 to 24 characters; `''` for no title.
 */
export function nameFor(title: string): string {
  const whole = title.normalize('NFC').toLowerCase().trim();
  if (whole === '') return '';
  const plain = whole.normalize('NFKD').replace(/\p{M}/gu, '');
  const kept = plain.replace(/[^a-z0-9]/g, '').length;
  const lost = plain.replace(/[a-z0-9]|[^\p{L}\p{N}]/gu, '').length;
  // Marks are letters there: かき is not がき.
  if (lost >= kept) return `lobby-${numberOf(whole)}`;
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
  return name.length < 3 ? `lobby-${name}` : name;
}

/** The same for the same text, and hardly ever for another one (FNV-1a of 32 bits). */
function numberOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The name in the address of a lobby; `''` for other conversations. */
export const lobbyNameOf = (conversation: string): string => /^lobby-(.*)$/.exec(conversation)?.[1] ?? '';

/** A title that gets this name in an address: `color-theory` → `Color theory`. */
export function titleFor(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
