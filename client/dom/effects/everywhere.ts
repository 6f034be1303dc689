/** What works on every page and comes after it. */
import './keep-focus.ts';
import '../ui/long-paste.ts';
