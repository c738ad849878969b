/** Numbers that look like chance and come again with the same seed (xorshift). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ 0x9e3779b9) | 0 || 1;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % end;
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }
}
