// Loaded into a server before its program: when it is asked, it tells which packages were loaded, and how many bytes the
// program holds without garbage.
import { registerHooks } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const packages = new Set();
registerHooks({
  load(url, context, next) {
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(url) ?? [];
    if (name) packages.add(name);
    return next(url, context);
  },
});
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
process.on('message', () => {
  collectGarbage();
  collectGarbage();
  process.send({ packages: [...packages], heldBytes: process.memoryUsage().heapUsed });
});
process.channel?.unref();
