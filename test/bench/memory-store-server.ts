/** The product with its store in memory. */
import { productWith } from './product-with.ts';

await productWith('./storage/sqlite/storage.ts', './memory-store.ts');
