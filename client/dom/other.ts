import type { ComponentType } from 'preact';
import type { Api } from '../net/types.ts';

/** What one plays alone. */
const ALONE = /^\/(?:daily(?:\/\d{4}-\d\d-\d\d)?|practice)\/?$/;

interface Props {
  readonly api: Api;
  readonly path: string;
}

/** The page of an address that the first page knows nothing of. */
export async function pageAt(path: string): Promise<ComponentType<Props>> {
  if (/^\/games\/?$/.test(path)) return (await import('./past/GamesPage.tsx')).GamesPage;
  if (/^\/replay\//.test(path)) return (await import('./past/ReplayPage.tsx')).ReplayPage;
  if (ALONE.test(path)) return (await import('./alone/AlonePage.tsx')).AlonePage;
  if (/^\/new\/[\w-]+\/?$/.test(path)) return (await import('./rules/NewTablePage.tsx')).NewTablePage;
  return (await import('./Lost.tsx')).Nowhere;
}
