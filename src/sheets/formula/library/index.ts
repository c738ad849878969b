import type { DateSystem } from "../../../query/period/date-system";
import { toNumber, toText } from "../operators";
import { isError, oneOf, type Scalar, type Value } from "../value";
import { datesOf } from "./dates";
import { LOOKUPS } from "./lookups";
import { numberIn, plainly, VALUE, zeroIfEmpty, type Arguments, type Method } from "./method";

/** Computes one of Excel's functions; undefined where only Excel can. */
export type Compute = (name: string, args: Arguments) => Value | undefined;

/**
 * Excel's functions that stand in arguments most often and mean the same in every language and build. Where nobody knows
 * what the workbook counts its dates from, those of dates are left to Excel.
 */
export function computed(dateSystem: DateSystem, now = () => new Date()): Compute {
  const methods = { ...METHODS, ...(dateSystem === "unknown" ? {} : datesOf(dateSystem, now)) };
  return (name, args) => methods[name.replace(/^_xlfn\./i, "").toUpperCase()]?.(args);
}

function textually(method: (text: string, ...args: Scalar[]) => Scalar | undefined): Method {
  return plainly((first = null, ...rest) => {
    const text = toText(first);
    return text === undefined ? undefined : method(text, ...rest);
  });
}

/** How many characters are asked for; one where it is not said. */
function count(value: Scalar | undefined): number | undefined {
  const number = value === undefined ? 1 : toNumber(value);
  return number === undefined ? undefined : Math.trunc(number);
}

function cut(
  text: string,
  wanted: Scalar | undefined,
  part: (text: string, length: number) => string,
): Scalar | undefined {
  const length = count(wanted);
  return length === undefined ? undefined : length < 0 ? VALUE : part(text, length);
}

function middle(text: string, from: Scalar | undefined, length: Scalar | undefined): Scalar | undefined {
  const [start, characters] = [count(from), count(length)];
  if (start === undefined || characters === undefined) return undefined;
  return start < 1 || characters < 0 ? VALUE : text.substr(start - 1, characters);
}

function substituted(text: string, old: Scalar | undefined, by: Scalar | undefined, nth?: Scalar): Scalar | undefined {
  const [from, to] = [toText(old ?? null), toText(by ?? null)];
  if (from === undefined || to === undefined || nth !== undefined) return undefined;
  return from === "" ? text : text.replaceAll(from, () => to);
}

/** Texts of all cells one after the other. */
function joined(args: Arguments): Value | undefined {
  const cells = args.flatMap((arg) => (arg === undefined ? [undefined] : [arg].flat(2)));
  const error = cells.find((cell) => isError(cell));
  if (error !== undefined) return error;
  const texts = cells.map((cell) => (cell === undefined ? undefined : toText(cell)));
  return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}

/** What a condition says; undefined where only Excel can tell. */
function truthOf(value: Value | undefined): boolean | Scalar | undefined {
  const one = oneOf(value);
  if (isError(one)) return one;
  return one === undefined || typeof one === "string" ? undefined : (toNumber(one) ?? 0) !== 0;
}

function chosen([condition, yes, no]: Arguments): Value | undefined {
  const truth = truthOf(condition);
  if (typeof truth !== "boolean") return truth;
  // Left out: FALSE. Given and empty: 0.
  return truth ? zeroIfEmpty(yes) : no === undefined ? undefined : zeroIfEmpty(no);
}

function unless(fails: (error: string) => boolean): Method {
  return ([value, instead]) => {
    const one = oneOf(value);
    return isError(one) && fails(one.error) ? instead : zeroIfEmpty(one);
  };
}

function nth([index, ...choices]: Arguments): Value | undefined {
  const position = oneOf(index);
  if (isError(position)) return position;
  const number = numberIn(position);
  if (number === undefined) return undefined;
  return number >= 1 && number < choices.length + 1 ? choices[Math.trunc(number) - 1] : VALUE;
}

/** Of a range its numbers count; a text given as itself is Excel's to read. */
function ofNumbers(method: (numbers: readonly number[]) => number): Method {
  return (args) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const isText = !Array.isArray(arg) && typeof arg !== "number" && !isError(arg);
      if (arg === undefined || isText) return undefined;
      for (const cell of [arg].flat(2)) {
        if (isError(cell)) return cell;
        if (typeof cell === "number") numbers.push(cell);
      }
    }
    return numbers.length === 0 ? 0 : method(numbers);
  };
}

function ofNumber(method: (number: number) => number): Method {
  return plainly((value = null) => {
    const number = toNumber(value);
    return number === undefined ? undefined : method(number);
  });
}

const METHODS: Readonly<Record<string, Method>> = {
  UPPER: textually((text) => text.toUpperCase()),
  LOWER: textually((text) => text.toLowerCase()),
  TRIM: textually((text) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  LEN: textually((text) => text.length),
  LEFT: textually((text, length) => cut(text, length, (whole, n) => whole.slice(0, n))),
  RIGHT: textually((text, length) => cut(text, length, (whole, n) => (n === 0 ? "" : whole.slice(-n)))),
  MID: textually((text, from, length) => middle(text, from, length)),
  SUBSTITUTE: textually((text, old, by, number) => substituted(text, old, by, number)),
  CONCATENATE: joined,
  CONCAT: joined,
  INT: ofNumber(Math.floor),
  ABS: ofNumber(Math.abs),
  MAX: ofNumbers((numbers) => Math.max(...numbers)),
  MIN: ofNumbers((numbers) => Math.min(...numbers)),
  IF: chosen,
  IFERROR: unless(() => true),
  IFNA: unless((error) => error === "#N/A"),
  CHOOSE: nth,
  ...LOOKUPS,
};
