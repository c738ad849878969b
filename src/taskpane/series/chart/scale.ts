/** Round steps a reader can count in. */
const STEPS = [1, 2, 2.5, 5, 10];

/** Round values that cover `low` to `high` in about `count` steps, in order; never fewer than two. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find((candidate) => candidate * power >= rough * 0.999)!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => roundTo((first + i) * step, step));
}

/** Takes off the dust that multiplying by a step leaves behind. */
function roundTo(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(digits, 20)));
}

/** Which of `slots` get a label when only `most` labels fit: evenly spaced, the last one always. */
export function labelled(slots: number, most: number): number[] {
  const every = Math.max(1, Math.ceil(slots / Math.max(1, most)));
  return Array.from({ length: slots }, (_, i) => i).filter((i) => (slots - 1 - i) % every === 0);
}
