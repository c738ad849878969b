/** A value that arrives; until then every caller shares one promise, and after that nobody waits. Another may come in its place. */
export class Arrival<T> {
  private value: T | undefined;
  private shared: Promise<T>;
  private readonly listeners = new Set<(value: T | undefined) => void>();
  private settle!: { resolve(value: T): void; reject(reason: unknown): void };

  constructor() {
    this.shared = this.open();
  }

  /** The value, when it is there. */
  get now(): T | undefined {
    return this.value;
  }

  /** The value, when it comes. */
  get later(): Promise<T> {
    return this.shared;
  }

  arrive(value: T): void {
    this.value = value;
    this.settle.resolve(value);
    this.tell();
  }

  /** There is no value, or none any more. Everyone waiting hears the reason; whoever asks later waits for the next try. */
  fail(reason: unknown): void {
    const wasThere = this.value !== undefined;
    this.value = undefined;
    this.settle.reject(reason);
    this.shared = this.open();
    if (wasThere) this.tell();
  }

  /** Tells of every value that comes, and, as undefined, of one that goes; the result ends it. */
  onChange(listener: (value: T | undefined) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.value);
  }

  private open(): Promise<T> {
    const shared = new Promise<T>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // Nobody may be waiting when it fails; that is no unhandled rejection.
    shared.catch(() => undefined);
    return shared;
  }
}

/** Gives up waiting after `seconds`; the late value is then ignored. */
export function withCeiling<T>(promise: Promise<T>, seconds: number, giveUp: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(giveUp()), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Excel asks its formulas as soon as the page is ready, and hands answers on a while after they are given (ms). */
const MOMENT = 50;

/** Settles when a count has stood still for a moment. */
export async function pauseOf(
  count: () => number,
  moment = () => new Promise<void>((resolve) => setTimeout(resolve, MOMENT)),
): Promise<void> {
  for (let before: number | undefined; before !== count();) {
    before = count();
    await moment();
  }
}

/** Excel may be busy when the document opens, or somebody may be typing into a cell: seconds before each try. */
const PAUSES = [0, 1, 3, 10, 30];

/** Asks until there is an answer, a few times; rejects with the last reason. */
export async function patiently<T>(
  ask: () => Promise<T>,
  pause = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000)),
): Promise<T> {
  let reason: unknown;
  for (const seconds of PAUSES) {
    if (seconds > 0) await pause(seconds);
    try {
      return await ask();
    } catch (error) {
      // The next try may find Excel at leisure.
      reason = error;
    }
  }
  throw reason;
}
