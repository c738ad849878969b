import { isError, type Scalar } from "./value";

/** Numbers whose text in a cell is plain digits, the same everywhere. */
const PLAIN_DIGITS = { least: 1e-4, most: 1e15 };

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? NaN : a / b),
  "^": (a, b) => a ** b,
};

/** What an operator makes of two values, as Excel does; undefined where only Excel can tell. */
export function operate(operator: string, a: Scalar, b: Scalar): Scalar | undefined {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (operator === "&") return concatenate(a, b);
  const holds = COMPARISONS[operator];
  return holds ? holds(orderOf(a, b)) : calculate(operator, a, b);
}

/** A value as a number in arithmetic; undefined where only Excel can tell, as for a date in words. */
export function toNumber(value: Scalar): number | undefined {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" && /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

function calculate(operator: string, a: Scalar, b: Scalar): Scalar | undefined {
  const [left, right] = [toNumber(a), toNumber(b)];
  const operation = ARITHMETIC[operator];
  if (left === undefined || right === undefined || !operation) return undefined;
  if (operator === "/" && right === 0) return { error: "#DIV/0!" };
  const result = operation(left, right);
  return Number.isFinite(result) ? result : { error: "#NUM!" };
}

function concatenate(a: Scalar, b: Scalar): string | undefined {
  const [left, right] = [toText(a), toText(b)];
  return left === undefined || right === undefined ? undefined : left + right;
}

export function toText(value: Scalar): string | undefined {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return undefined;
  const size = Math.abs(value);
  return size !== 0 && (size < PLAIN_DIGITS.least || size >= PLAIN_DIGITS.most)
    ? undefined
    : String(Number(value.toPrecision(15)));
}

/** Numbers come before texts, texts before booleans; an empty cell is 0 or "" as the other side is. Capitals do not count. */
function orderOf(a: Scalar, b: Scalar): number {
  const [left, right] = [likeOther(a, b), likeOther(b, a)];
  const rank = (value: Scalar) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left !== "string") return Number(left) - Number(right);
  const [one, other] = [left, String(right)].map((text) => text.toLowerCase());
  return one === other ? 0 : one! < other! ? -1 : 1;
}

function likeOther(value: Scalar, other: Scalar): Scalar {
  if (value !== null) return value;
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}
