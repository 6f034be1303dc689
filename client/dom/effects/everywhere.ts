/** What works and looks the same on every page and comes after it. */
import '../styles/select.css';
import './keep-focus.ts';
import '../ui/long-paste.ts';
