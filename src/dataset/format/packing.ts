/**
 * Whole numbers and decimals as plain text inside JSON: a text is read in one go and any web server compresses it, where an
 * array of numbers is read one by one and a binary file is often sent as it is.
 */

/** Digits are printable characters without the two that JSON escapes; 90 of them from "$" on. */
const FIRST = 36;
const ESCAPED = 92;
/** A number is little-endian in base 45; a digit of 45 or more says that another follows. */
const BASE = 45;

export function packNumbers(numbers: Iterable<number>): string {
  let text = "";
  for (let rest of numbers) {
    for (; rest >= BASE; rest = Math.floor(rest / BASE)) text += character((rest % BASE) + BASE);
    text += character(rest);
  }
  return text;
}

/** Every number of a packed text. */
export function unpackNumbers(text: string): Float64Array {
  const numbers = new Float64Array(text.length);
  return numbers.subarray(0, unpackInto(numbers, text));
}

/** The same of indexes, which take half the memory. */
function unpackSmall(text: string): Int32Array {
  const numbers = new Int32Array(text.length);
  return numbers.subarray(0, unpackInto(numbers, text));
}

/** Gives how many numbers there are. One plain loop: it runs before a browser has had the time to compile anything. */
function unpackInto(numbers: Float64Array | Int32Array, text: string): number {
  let count = 0;
  let number = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code > ESCAPED ? code - FIRST - 1 : code - FIRST;
    if (digit < BASE) {
      numbers[count++] = number + digit * weight;
      number = 0;
      weight = 1;
    } else {
      number += (digit - BASE) * weight;
      weight *= BASE;
    }
  }
  return count;
}

/** Every so many numbers of a text it is kept where the next one begins. */
const STRIDE = 64;

/** Reads single numbers of a packed text, each when it is asked for; behind the last one 0. */
function numberReader(text: string): (row: number) => number {
  const begins = [0];
  return (row) => {
    const near = Math.floor(row / STRIDE);
    while (begins.length <= near) begins.push(behind(text, begins.at(-1)!, STRIDE));
    return numberAt(text, behind(text, begins[near]!, row % STRIDE));
  };
}

/** Where a text goes on behind so many more numbers. */
function behind(text: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < text.length; at++) if (text.charCodeAt(at) < FIRST + BASE) left--;
  return at;
}

function numberAt(text: string, from: number): number {
  let number = 0;
  let weight = 1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code > ESCAPED ? code - FIRST - 1 : code - FIRST;
    if (digit < BASE) return number + digit * weight;
    number += (digit - BASE) * weight;
    weight *= BASE;
  }
  return 0;
}

function character(digit: number): string {
  const code = digit + FIRST;
  return String.fromCharCode(code < ESCAPED ? code : code + 1);
}

/** Numbers as runs of equal ones, or as steps from one to the next: whichever is shorter. */
export type PackedIndexes = Runs | { readonly steps: string };

interface Runs {
  readonly runs: string;
}

export function packIndexes(indexes: readonly number[]): PackedIndexes {
  const runs = packNumbers(runsOf(indexes));
  const steps = packNumbers(indexes.map((index, i) => zigzag(index - (indexes[i - 1] ?? 0))));
  return runs.length <= steps.length ? { runs } : { steps };
}

export function unpackIndexes(packed: PackedIndexes, length: number): Int32Array {
  if ("runs" in packed) return unpackRuns(packed, length);
  const steps = unpackSmall(packed.steps);
  let index = 0;
  for (let row = 0; row < steps.length; row++) {
    const step = steps[row]!;
    // As `unzigzag` does; a call for each row would be most of the work until an engine has compiled it.
    steps[row] = index += (step >> 1) ^ -(step & 1);
  }
  return steps.length === length ? steps : notSoMany(steps.length, length);
}

/** Up to so many rows are filled one by one in less time than it takes to have the engine do it. */
const FEW = 16;

/** What each number of runs stands for, in every row: itself where it is not said. */
export function unpackRuns(packed: Runs, length: number, meanings?: readonly number[]): Int32Array {
  const indexes = new Int32Array(length);
  const ends = endsOf(packed, length);
  let row = 0;
  for (let at = 0; at < ends.length; at += 2) {
    const to = ends[at + 1]!;
    const number = meanings ? meanings[ends[at]!]! : ends[at]!;
    if (to - row > FEW) indexes.fill(number, row, (row = to));
    else while (row < to) indexes[row++] = number;
  }
  return indexes;
}

/**
 * Reads single numbers of a packed column. Of runs, only where each ends is laid out: a page that starts asks for a few
 * rows of many columns.
 */
export function indexReader(packed: PackedIndexes, length: number): (row: number) => number {
  if ("steps" in packed) {
    const indexes = unpackIndexes(packed, length);
    return (row) => indexes[row]!;
  }
  const ends = endsOf(packed, length);
  let at = 0;
  return (row) => {
    // Rows are mostly read in turn.
    if (row >= ends[at + 1]! || (at > 0 && row < ends[at - 1]!)) at = runOf(ends, row);
    return ends[at]!;
  };
}

/** Where the run of a row begins in what `endsOf` gives. */
function runOf(ends: Int32Array, row: number): number {
  let low = 0;
  let high = ends.length / 2 - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[2 * middle + 1]! > row) high = middle;
    else low = middle + 1;
  }
  return 2 * low;
}

/** Of every run its number and the row behind it, in turn. */
export function endsOf({ runs }: Runs, length: number): Int32Array {
  const numbers = unpackSmall(runs);
  let end = 0;
  // Behind the number of a run stands how many rows it has beyond the first.
  for (let at = 1; at < numbers.length; at += 2) numbers[at] = end += Math.max(0, numbers[at]! + 1);
  return end === length ? numbers.subarray(0, numbers.length & ~1) : notSoMany(end, length);
}

function notSoMany(count: number, wanted: number): never {
  throw new RangeError(`${count} entries instead of ${wanted}`);
}

function runsOf(indexes: readonly number[]): number[] {
  const runs: number[] = [];
  indexes.forEach((index, i) => {
    if (i > 0 && index === indexes[i - 1]) runs[runs.length - 1]!++;
    else runs.push(index, 0);
  });
  return runs;
}

/** Decimal texts as digits and the place of the point; `odd` has those that are written in another way. */
export interface PackedDecimals {
  readonly digits: string;
  readonly places: PackedIndexes;
  readonly odd: Readonly<Record<number, string>>;
}

/** Above the largest power of ten that a figure as printed can end in. */
const ZEROS = 30;
const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

export function packDecimals(texts: readonly string[]): PackedDecimals {
  const odd: Record<number, string> = {};
  const split = texts.map((text, row) => {
    const parts = splitDecimal(text);
    if (!parts) odd[row] = text;
    return parts ?? { digits: 0, places: 0 };
  });
  return {
    digits: packNumbers(split.map(({ digits }) => zigzag(digits))),
    places: packIndexes(split.map(({ places }) => places + ZEROS)),
    odd,
  };
}

/** Every decimal text of a column, read and written once, when it is first asked for. */
export function unpackDecimals({ digits, places, odd }: PackedDecimals, length: number): (row: number) => string {
  const digitsOf = numberReader(digits);
  const powerOf = indexReader(places, length);
  // Not as long as the column from the start: few are asked for.
  const written: (string | undefined)[] = [];
  return (row) => odd[row] ?? (written[row] ??= joinDecimal(unzigzag(digitsOf(row)), powerOf(row) - ZEROS));
}

function splitDecimal(text: string): { digits: number; places: number } | undefined {
  const [, sign, whole = "", fraction = ""] = DECIMAL.exec(text) ?? [];
  if (whole === "") return undefined;
  const zeros = fraction === "" && whole !== "0" ? /0*$/.exec(whole)![0].length : 0;
  const digits = Number(`${sign}${whole}${fraction}`) / 10 ** zeros;
  const places = fraction.length - zeros;
  return Math.abs(digits) < Number.MAX_SAFE_INTEGER / 2 && joinDecimal(digits, places) === text
    ? { digits, places }
    : undefined;
}

function joinDecimal(digits: number, places: number): string {
  const text = String(Math.abs(digits));
  const sign = digits < 0 ? "-" : "";
  if (places <= 0) return `${sign}${text}${"0".repeat(-places)}`;
  const padded = text.padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** Small numbers of either sign as small numbers without one. */
function zigzag(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function unzigzag(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
