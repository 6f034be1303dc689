import { Counter, Durations, type Family, Labelled, Looked } from './instruments.ts';

/** What every name begins with. */
const PREFIX = 'colorclues_';

/** Makes instruments, and keeps what is told of each. */
export class Families {
  readonly all: Family[] = [];

  counter(name: string, help: string): Counter {
    const counter = new Counter();
    this.#add({ name, help, type: 'counter', labels: [] }, () => [{ labels: {}, value: counter.value }]);
    return counter;
  }

  counters(name: string, labels: readonly string[], help: string): Labelled<Counter> {
    const counters = new Labelled(labels, () => new Counter());
    this.#add({ name, help, type: 'counter', labels }, () =>
      Array.from(counters.all(), ({ labels, of }) => ({ labels, value: of.value })),
    );
    return counters;
  }

  durations(name: string, labels: readonly string[], help: string): Labelled<Durations> {
    const durations = new Labelled(labels, () => new Durations());
    this.#add({ name, help, type: 'histogram', labels }, () =>
      Array.from(durations.all(), ({ labels, of }) => of.samples(labels)).flat(),
    );
    return durations;
  }

  /** Of a type that follows from the name. */
  looked(name: string, labels: readonly string[], help: string): Looked {
    const looked = new Looked();
    const type = name.endsWith('_total') ? 'counter' : 'gauge';
    this.#add({ name, help, type, labels }, () =>
      Array.from(looked.read(), ([values, value]) => ({
        labels: Object.fromEntries(labels.map((label, i) => [label, values[i] ?? ''])),
        value,
      })),
    );
    return looked;
  }

  #add({ name, ...family }: Omit<Family, 'samples'>, samples: Family['samples']): void {
    this.all.push({ ...family, name: `${PREFIX}${name}`, samples });
  }
}
