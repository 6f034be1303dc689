/** The product with the journal of its games in memory; all else is stored as ever. */
import { productWith } from './product-with.ts';

await productWith('storage/journal.ts', 'parts/tables.ts', './memory-journal.ts');
