import { render } from 'preact';
import { Operate } from './dom/operate/Operate.tsx';
import './dom/effects/modality.ts';
import { OpenOperate } from './net/operate.ts';
import { applyPreferences } from './store/preferences.ts';

applyPreferences();
const root = document.getElementById('app');
if (root) render(<Operate room={new OpenOperate()} />, root);
