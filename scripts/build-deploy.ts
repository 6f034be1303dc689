/** `npm run build:deploy`: writes the configurations of proxies in `deploy` anew. */
import { writeFileSync } from 'node:fs';
import { DEPLOYED } from './proxies/deployed.ts';

for (const [file, text] of Object.entries(DEPLOYED)) writeFileSync(file, text);
