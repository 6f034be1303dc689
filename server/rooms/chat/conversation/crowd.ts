import type { Clock } from '../../../../shared/engine/ports.ts';

/** A branch that says nothing for so long is gone, ms: it says that it is there four times in it. */
const BRANCH_MS = 4_000;
/** A lobby is no crowd any more when it has fewer people than this share of what made it one. */
const STAYS = 0.75;

export interface CrowdPorts {
  readonly clock: Clock;
  /** From how many people on a lobby is a crowd. */
  readonly size: number;
  /** People with a socket in this room. */
  here(): number;
  /** Called when there are more or fewer people, or branches, than before. */
  onChange(): void;
}

/** How many people are in a lobby, in its room and in the branches that other processes have of it. */
export class Crowd {
  readonly #ports: CrowdPorts;
  readonly #branches = new Map<string, { readonly people: number; readonly disarm: () => void }>();
  #isCrowd = false;

  constructor(ports: CrowdPorts) {
    this.#ports = ports;
  }

  get people(): number {
    let people = this.#ports.here();
    for (const branch of this.#branches.values()) people += branch.people;
    return people;
  }

  get hasBranches(): boolean {
    return this.#branches.size > 0;
  }

  /** Whether there are so many people that they are only counted. As long as there are branches it is. */
  get isCrowd(): boolean {
    const { size } = this.#ports;
    this.#isCrowd = this.hasBranches || this.people >= (this.#isCrowd ? size * STAYS : size);
    return this.#isCrowd;
  }

  /** A branch is there, with so many people. */
  heard(branch: string, people: number): void {
    const { clock, onChange } = this.#ports;
    const before = this.#branches.get(branch);
    before?.disarm();
    const disarm = clock.setTimer(clock.now() + BRANCH_MS, () => {
      this.#branches.delete(branch);
      onChange();
    });
    this.#branches.set(branch, { people, disarm });
    if (before?.people !== people) onChange();
  }

  close(): void {
    for (const { disarm } of this.#branches.values()) disarm();
    this.#branches.clear();
  }
}
