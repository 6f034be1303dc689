import { sharedOrigin } from '../../net/address.ts';
import { pathOf, type Route } from '../../store/route.ts';

/** Copies text; resolves to whether that worked. Plain http pages have no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The link that leads to a page, for others. */
export const linkTo = (to: Route): string => `${sharedOrigin()}${pathOf(to)}`;
