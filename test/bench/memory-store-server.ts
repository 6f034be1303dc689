/** The product with its store in memory: what it costs without a disk. */
import { productWith } from './product-with.ts';

await productWith('storage/sqlite/storage', 'parts/storage', './memory-store');
