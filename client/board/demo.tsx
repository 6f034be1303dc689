import '@fontsource-variable/inter';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Board, type BoardProps } from './Board.tsx';

const q = new URLSearchParams(location.search);
const isUpright = innerWidth <= 700;
if (q.get('dark')) document.documentElement.classList.add('dark');
document.body.style.fontFamily = "'Inter Variable', system-ui, sans-serif";
const at = document.getElementById('at') as HTMLElement;
at.style.cssText = isUpright
  ? 'left:0;top:164px;width:360px;height:492px'
  : 'left:268px;top:164px;width:660px;height:516px';
const c = (s: string) => (s.charCodeAt(0) - 65) * 30 + Number(s.slice(1)) - 1;
const m = (
  cell: string,
  marker: number,
  initial: string,
  points: number | null = null,
  isDimmed = false,
) => ({
  cell: c(cell),
  marker,
  initial,
  label: `${initial}'s marker`,
  points,
  isDimmed,
  isMine: marker === 1,
});
const place = [m('H13', 2, 'C'), m('K16', 3, 'D')];
const reveal = [
  m('J18', 1, 'B', 3),
  m('I19', 2, 'C', 2),
  m('K17', 3, 'D', 2),
  m('H17', 1, 'B', 1),
  m('L18', 3, 'D', 1),
  m('H13', 2, 'C', null, true),
  m('F22', 4, 'E', null, true),
];
const ten = 'C4 D8 E14 G20 H24 I3 K10 L16 N20 O27'
  .split(' ')
  .map((s, i) => m(s, i, 'ABCDEFGHIJ'[i] as string));
const s = q.get('s') ?? 'place';
const state = signal<BoardProps>({
  markers: s === 'ten' ? ten : s === 'reveal' ? reveal : s === 'clue' ? [] : place,
  frame: s === 'reveal' ? c('J18') : null,
  chosen: s === 'place' || s === 'clue' ? c('J18') : null,
  cardCells: s === 'clue' ? [c('J18'), c('C5'), c('N25'), c('E14')] : [],
  mode: s === 'place' ? 'aim' : 'look',
  onAim: (cell) => {
    log.push(`aim ${cell}`);
    state.value = { ...state.value, chosen: cell };
  },
  onPlace: (cell) => {
    log.push(`place ${cell}`);
  },
  onCancel: () => {
    log.push('cancel');
  },
  nameOf: () => 'moss green',
  aids: { familyBands: !!q.get('bands'), familyTexture: !!q.get('texture'), names: true },
  isUpright,
  reducedMotion: !!q.get('still'),
  occupied: new Set(),
});
const log: string[] = [];
Object.assign(window, { state, log, reveal, c });
const App = () => <Board {...state.value} />;
render(<App />, at);
Object.assign(window, { unmount: () => render(null, at) });
