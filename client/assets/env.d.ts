/** What the build puts in place of it. */
interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}
