/** Time that passes only where somebody waits: nothing in the model takes longer than its computing. */
let time = Date.parse("2026-12-15T08:00:00Z");

export function now(): number {
  return time;
}

export function pass(milliseconds: number): void {
  time += milliseconds;
}

/** From now on whoever waits in this file has waited at once, and the clock shows it. */
export function startClock(): void {
  Date.now = now;
  const soon = (work: () => void, milliseconds = 0): unknown =>
    setImmediate(() => {
      pass(milliseconds);
      work();
    });
  Object.assign(globalThis, { setTimeout: soon });
}
