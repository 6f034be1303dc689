/** The part of culori (MIT) that the color build uses; the package brings no types. */
declare module 'culori' {
  export interface Oklab {
    readonly mode: 'oklab';
    readonly l: number;
    readonly a: number;
    readonly b: number;
  }
  type Color = string | Oklab;
  export function converter(mode: 'oklab'): (color: Color) => Oklab;
  export function differenceCiede2000(): (a: Color, b: Color) => number;
  export function parse(color: string): Color | undefined;
}
