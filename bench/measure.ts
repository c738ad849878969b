/** Best of several runs, in milliseconds: the least disturbed one says most about the code. */
export function measure(run: () => void, times = 7): number {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export interface Line {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly ratio: number;
}

/** Ratios measured side by side in one run are comparable on any machine; times are not. */
export function printLines(lines: readonly Line[]): void {
  const wide = Math.max(...lines.map(({ what }) => what.length));
  for (const { what, left, right, ratio } of lines)
    console.log(`${what.padEnd(wide)}  ${left.padStart(24)}  ${right.padStart(24)}  ratio ${ratio.toFixed(2)}`);
}

export function milliseconds(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(1)} µs` : `${value.toFixed(1)} ms`;
}
