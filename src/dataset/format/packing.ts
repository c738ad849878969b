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

/** Every number of a packed text. One plain loop: it runs before a browser has had the time to compile anything. */
export function unpackNumbers(text: string): Float64Array {
  const numbers = new Float64Array(text.length);
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
  return numbers.subarray(0, count);
}

function character(digit: number): string {
  const code = digit + FIRST;
  return String.fromCharCode(code < ESCAPED ? code : code + 1);
}

/** Numbers as runs of equal ones, or as steps from one to the next: whichever is shorter. */
export type PackedIndexes = { readonly runs: string } | { readonly steps: string };

export function packIndexes(indexes: readonly number[]): PackedIndexes {
  const runs = packNumbers(runsOf(indexes));
  const steps = packNumbers(indexes.map((index, i) => zigzag(index - (indexes[i - 1] ?? 0))));
  return runs.length <= steps.length ? { runs } : { steps };
}

export function unpackIndexes(packed: PackedIndexes, length: number): Int32Array {
  const indexes = new Int32Array(length);
  const isSteps = "steps" in packed;
  const numbers = unpackNumbers(isSteps ? packed.steps : packed.runs);
  let row = 0;
  let index = 0;
  if (isSteps) for (; row < numbers.length; row++) indexes[row] = index += unzigzag(numbers[row]!);
  else
    for (let at = 0; at + 1 < numbers.length && row <= length; at += 2)
      for (let more = numbers[at + 1]!; more >= 0 && row <= length; more--) indexes[row++] = numbers[at]!;
  if (row !== length) throw new RangeError(`${row} entries instead of ${length}`);
  return indexes;
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

/** Every decimal text of a column, written once, when it is first asked for. */
export function unpackDecimals({ digits, places, odd }: PackedDecimals, length: number): (row: number) => string {
  const numbers = unpackNumbers(digits);
  const powers = unpackIndexes(places, length);
  const written = new Array<string | undefined>(length);
  return (row) => odd[row] ?? (written[row] ??= joinDecimal(unzigzag(numbers[row] ?? 0), powers[row]! - ZEROS));
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
