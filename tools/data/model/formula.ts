import { Decimal } from "../../../src/dataset/decimal";

/** Significant digits of a root: as many as a quotient keeps. */
const ROOT_DIGITS = 34;

/** A number to a whole power; a negative power is the quotient 1 / base^n. Throws RangeError for 0 to a negative power. */
function power(base: Decimal, exponent: number): Decimal {
  const one = Decimal.fromInteger(1);
  let result = one;
  for (let i = 0; i < Math.abs(exponent); i++) result = result.times(base);
  return exponent < 0 ? one.dividedBy(result) : result;
}

/** The positive root of a number that is not negative, to 34 significant digits, cut off. Throws RangeError for a negative number or the root of degree 0. */
export function root(value: Decimal, degree: number): Decimal {
  if (degree < 1) throw new RangeError("a root has a degree of at least 1");
  if (value.coefficient < 0n) throw new RangeError("a negative number has no root here");
  if (value.isZero()) return value;
  const missing = Math.max(0, ROOT_DIGITS * degree - value.coefficient.toString().length);
  const extra = missing + (((-(value.scale + missing) % degree) + degree) % degree);
  const radicand = value.coefficient * 10n ** BigInt(extra);
  return Decimal.fromInteger(integerRoot(radicand, BigInt(degree))).shifted(-(value.scale + extra) / degree);
}

/** Newton's iteration from above: it falls until it reaches the whole part of the root. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let estimate = 1n << BigInt(Math.ceil(value.toString(2).length / Number(degree)));
  for (;;) {
    const next = ((degree - 1n) * estimate + value / estimate ** (degree - 1n)) / degree;
    if (next >= estimate) return estimate;
    estimate = next;
  }
}

/** Arithmetic over named numbers: `(a / b) ^ (1/12) - 1`. */
export interface Formula {
  /** The names it uses, in order of first use. */
  readonly names: readonly string[];
  /** Its value; a quotient or a root is exact to 34 digits, everything else exactly. Throws RangeError for what has no value. */
  evaluate(values: ReadonlyMap<string, Decimal>): Decimal;
}

type Step = (values: ReadonlyMap<string, Decimal>) => Decimal;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([-+*/^()]))/y;

/** Reads `+ - * / ^ ( )`, numbers and names; after `^` stands a whole number or a root as `(1/12)`. Throws RangeError naming what it does not understand. */
export function parseFormula(text: string): Formula {
  const reader = new Reader(tokens(text));
  const step = reader.sum();
  reader.end();
  return { names: [...reader.names], evaluate: step };
}

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new RangeError(`"${text.slice(at).trim()}" is not arithmetic`);
    found.push(match[0].trim());
  }
  return found;
}

/** Recursive descent, one method per level of precedence. */
class Reader {
  readonly names = new Set<string>();
  private position = 0;

  constructor(private readonly tokens: readonly string[]) {}

  sum(): Step {
    let left = this.product();
    for (let sign = this.take("+", "-"); sign; sign = this.take("+", "-")) {
      const [a, b, plus] = [left, this.product(), sign === "+"];
      left = (values) => (plus ? a(values).plus(b(values)) : a(values).minus(b(values)));
    }
    return left;
  }

  end(): void {
    const rest = this.tokens[this.position];
    if (rest !== undefined) throw new RangeError(`"${rest}" is not expected there`);
  }

  private product(): Step {
    let left = this.signed();
    for (let sign = this.take("*", "/"); sign; sign = this.take("*", "/")) {
      const [a, b, times] = [left, this.signed(), sign === "*"];
      left = (values) => (times ? a(values).times(b(values)) : a(values).dividedBy(b(values)));
    }
    return left;
  }

  private signed(): Step {
    if (!this.take("-")) return this.raised();
    const operand = this.signed();
    return (values) => operand(values).negated();
  }

  private raised(): Step {
    const base = this.atom();
    if (!this.take("^")) return base;
    if (this.take("(")) {
      this.expect("1");
      this.expect("/");
      const degree = this.wholeNumber();
      this.expect(")");
      return (values) => root(base(values), degree);
    }
    const exponent = this.take("-") ? -this.wholeNumber() : this.wholeNumber();
    return (values) => power(base(values), exponent);
  }

  private atom(): Step {
    const token = this.tokens[this.position++];
    if (token === undefined) throw new RangeError("it ends too early");
    if (token === "(") {
      const inner = this.sum();
      this.expect(")");
      return inner;
    }
    if (/^\d/.test(token)) {
      const number = Decimal.parse(token);
      return () => number;
    }
    if (!/^[A-Za-z_]/.test(token)) throw new RangeError(`"${token}" is not expected there`);
    this.names.add(token);
    return (values) => {
      const value = values.get(token);
      if (!value) throw new RangeError(`"${token}" has no value`);
      return value;
    };
  }

  private wholeNumber(): number {
    const token = this.tokens[this.position++] ?? "";
    if (!/^\d{1,3}$/.test(token))
      throw new RangeError(`after ^ stands a whole number or a root such as (1/12), not "${token}"`);
    return Number(token);
  }

  private take(...wanted: string[]): string | undefined {
    const token = this.tokens[this.position];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.position++;
    return token;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new RangeError(`"${token}" is missing`);
  }
}
