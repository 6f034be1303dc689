/** Single icons, so that neither the build nor the dev server reads all two thousand. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const icon: readonly (readonly [string, Readonly<Record<string, string>>])[];
  export default icon;
}
