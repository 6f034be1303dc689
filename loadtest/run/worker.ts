import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { RefusedError } from '../client/http.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import type { Stage } from '../scenarios/scenario.ts';
import { LAG_STEP_MS, lagMs } from './lag.ts';
import type { FromWorker, Load, Step, ToWorker } from './messages.ts';
import { worldOf } from './world.ts';

/** One thread that pretends to be many people. What it is told and tells: `messages.ts`. */
function main(load: Load): void {
  const world = worldOf(load);
  const { recorder, traffic } = world;
  const stage = SCENARIOS.find(({ name }) => name === load.scenario)!.open(world);
  const tell = (message: FromWorker) => parentPort!.postMessage(message);

  const lag = monitorEventLoopDelay({ resolution: LAG_STEP_MS });
  lag.enable();
  let cpu = process.threadCpuUsage();
  let toldAt = performance.now();
  const tellSlice = () => {
    const used = process.threadCpuUsage(cpu);
    cpu = process.threadCpuUsage();
    const ms = performance.now() - toldAt;
    toldAt += ms;
    recorder.count('frames received', traffic.frames);
    recorder.count('bytes received', traffic.bytes);
    traffic.frames = 0;
    traffic.bytes = 0;
    tell({
      type: 'slice',
      slice: recorder.take(),
      use: { cpuMs: (used.user + used.system) / 1_000, ms, lagMs: lagMs(lag) },
    });
    lag.reset();
  };

  const add = async (index: number) => {
    try {
      await stage.add(index);
      tell({ type: 'added', index });
    } catch (error) {
      recorder.error(`could not come in: ${codeOf(error)}`, String(error));
      tell({ type: 'added', index: null });
    }
  };

  /** Whoever is on the way in. */
  const coming = new Set<Promise<void>>();
  const send = (index: number) => {
    const arrived = add(index).finally(() => coming.delete(arrived));
    coming.add(arrived);
  };

  parentPort!.on('message', (message: ToWorker) => {
    if (message.type === 'add') message.units.forEach(send);
    else if (message.type === 'tell') tellSlice();
    // Who comes in late must not begin when the others have ended.
    else
      void Promise.all(message.type === 'rest' ? coming : [])
        .then(() => STEPS[message.type](stage))
        .catch((error: unknown) => recorder.fault(`the ${message.type} failed`, String(error)))
        .then(() => {
          tellSlice();
          tell({ type: 'done', step: message.type });
        });
  });
  tell({ type: 'done', step: 'open' });
}

const STEPS: Readonly<Record<Step, (stage: Stage) => Promise<void>>> = {
  mark: async () => {},
  rest: (stage) => stage.rest(),
  check: (stage) => stage.check(),
  close: async (stage) => stage.close(),
};

const codeOf = (error: unknown): string => (error instanceof RefusedError ? error.code : 'cut off');

main(workerData as Load);
