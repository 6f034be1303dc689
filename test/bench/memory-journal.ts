import { memoryJournal } from '../harness/memory-journal.ts';

/** Stands in for the journal in a store: keeps entries as long as the process lives. */
export const durableJournal = () => memoryJournal();
