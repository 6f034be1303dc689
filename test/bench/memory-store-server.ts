/** The product with its store in memory. */
import { productWith } from './product-with.ts';

await productWith('storage/sqlite/storage.ts', 'parts/storage.ts', './memory-store.ts');
