/**
 * How well a word points at each target; 0 for not at all. Most words point at a handful of the tens of thousands there are,
 * and one letter at a third of them: both are asked on every keystroke.
 */
export class Qualities {
  private readonly qualities: Float64Array;
  /** Those that were pointed at, in any order; some may have been cleared since. */
  private readonly touched: number[] = [];

  constructor(size: number) {
    this.qualities = new Float64Array(size);
  }

  /** Keeps the better of two. */
  keepBest(target: number, quality: number): void {
    const before = this.qualities[target]!;
    if (before >= quality) return;
    if (before === 0) this.touched.push(target);
    this.qualities[target] = quality;
  }

  /** Takes away the targets of which this holds. */
  clear(isGone: (target: number, quality: number) => boolean): void {
    for (const target of this.touched)
      if (this.qualities[target]! > 0 && isGone(target, this.qualities[target]!)) this.qualities[target] = 0;
  }

  /** Calls with every target that is pointed at, each once unless it was cleared in between. */
  each(use: (target: number, quality: number) => void): void {
    for (const target of this.touched) if (this.qualities[target]! > 0) use(target, this.qualities[target]!);
  }

  some(is: (target: number, quality: number) => boolean): boolean {
    return this.touched.some((target) => this.qualities[target]! > 0 && is(target, this.qualities[target]!));
  }

  /** The largest, in an order, of the targets of which this holds; undefined when there is none. */
  best(is: (target: number) => boolean, order: (a: number, b: number) => number): number | undefined {
    let best: number | undefined;
    this.each((target) => {
      if (is(target) && (best === undefined || order(target, best) > 0)) best = target;
    });
    return best;
  }

  of(target: number): number {
    return this.qualities[target]!;
  }
}
