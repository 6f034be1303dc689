/** Images are imported for their address. */
declare module '*.png' {
  const url: string;
  export default url;
}
