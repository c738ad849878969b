/** One thing measured beside another in one run. Ratios measured so are comparable on any machine; times are not. */
export interface Line {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  /** Median of the right over median of the left. */
  readonly ratio: number;
  /** The middle half of the rounds' own ratios. */
  readonly spread?: readonly [number, number];
  /** The ratio may not be over it. */
  readonly bound?: number;
}

interface Side {
  readonly name: string;
  /** Undefined: its time is what the call takes; a number: the milliseconds that it measured itself. */
  run(): number | void | Promise<number | void>;
}

interface Rounds {
  /** After one that warms up. */
  readonly rounds?: number;
  readonly bound?: number;
  /** How a side's milliseconds are told. */
  readonly told?: (milliseconds: number) => string;
}

/** Measures two things in turn, so that whatever else the machine does meets both. */
export async function sideBySide(
  what: string,
  left: Side,
  right: Side,
  { rounds = 7, bound, told = milliseconds }: Rounds = {},
): Promise<Line> {
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round <= rounds; round++) {
    // Each goes first as often as the other: what one leaves behind, the next one meets.
    const pair: [number, number] = [0, 0];
    for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) pair[side] = await timed([left, right][side]!);
    if (round > 0) pairs.push(pair);
  }
  const [a, b] = [median(pairs.map(([one]) => one)), median(pairs.map(([, one]) => one))];
  const ratios = pairs.map(([one, other]) => other / one).sort((x, y) => x - y);
  const at = (part: number) => ratios[Math.round((ratios.length - 1) * part)]!;
  return {
    what,
    left: `${left.name} ${told(a)}`,
    right: `${right.name} ${told(b)}`,
    ratio: b / a,
    spread: [at(0.25), at(0.75)],
    ...(bound === undefined ? {} : { bound }),
  };
}

async function timed({ run }: Side): Promise<number> {
  const start = performance.now();
  const own = await run();
  return own ?? performance.now() - start;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

export function isOut({ ratio, bound }: Line): boolean {
  return bound !== undefined && ratio > bound;
}

export function printLines(lines: readonly Line[]): void {
  const wide = Math.max(...lines.map(({ what }) => what.length));
  for (const line of lines) {
    const { what, left, right, ratio, spread, bound } = line;
    const middle = spread ? ` (${spread.map((one) => one.toFixed(2)).join("–")})` : "";
    const limit = bound === undefined ? "" : ` of at most ${bound}${isOut(line) ? ": OUT" : ""}`;
    console.log(
      `${what.padEnd(wide)}  ${left.padStart(28)}  ${right.padStart(28)}  ratio ${ratio.toFixed(2)}${middle}${limit}`,
    );
  }
}

export function milliseconds(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(1)} µs` : `${value.toFixed(1)} ms`;
}

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
