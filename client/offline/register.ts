/**
 * Makes the app open without a connection, from the next visit on, in the language that the page has (BCP 47). Only over
 * https, and on the own machine.
 */
export async function register(language: string): Promise<void> {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!workers) return;
  // The security policy of the page takes no address of a script that is a mere text.
  const policy = trustedTypesOf(window)?.createPolicy('worker', { createScriptURL: (url) => url });
  const address = language === 'en' ? '/sw.js' : `/sw.js?language=${language}`;
  await workers.register((policy?.createScriptURL(address) ?? address) as string).catch(() => null);
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

const trustedTypesOf = (page: object): Policies | undefined =>
  (page as { readonly trustedTypes?: Policies }).trustedTypes;
