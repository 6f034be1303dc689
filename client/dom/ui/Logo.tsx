import { go } from '../../store/route.ts';

const CELLS = [
  ['#b348e6', '#d74d38', '#93982b'],
  ['#3661cb', '#f9598d', '#67c969'],
  ['#40c7ef', '#ea9523', '#c928a5'],
];

/** Nine cells of the board and the name; leads home. */
export function Logo() {
  return (
    <a
      class="logo"
      href="/"
      onClick={(event) => {
        event.preventDefault();
        go({ page: 'landing' });
      }}
    >
      <svg aria-hidden="true" width="23" height="23" viewBox="0 0 23 23">
        {CELLS.flatMap((row, y) =>
          row.map((fill, x) => (
            <rect key={fill} x={x * 8} y={y * 8} width="7" height="7" rx="1.5" fill={fill} />
          )),
        )}
      </svg>
      Color Clues
    </a>
  );
}
