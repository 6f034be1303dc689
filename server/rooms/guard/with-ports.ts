import type { Room } from '@colyseus/core';

/** A room as the framework makes it: without arguments. Its ports are handed in here, at the composition root. */
export const withPorts = <P>(Base: new (ports: P) => Room, ports: P): (new () => Room) =>
  class extends Base {
    constructor() {
      super(ports);
    }
  };
