/** How many significant digits a quotient keeps: far beyond what a cell can show, so only the last step rounds. */
const QUOTIENT_DIGITS = 34;

const PATTERN = /^[+-]?\d+(?:\.\d+)?$/;

/** The powers of ten that a binary number holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * An exact decimal number: `coefficient × 10^-scale`. Immutable.
 * Published figures are kept as their printed digits and become a binary number only in `toNumber`, once, correctly rounded.
 */
export class Decimal {
  private constructor(
    readonly coefficient: bigint,
    readonly scale: number,
  ) {}

  /** Reads plain decimal text (`-126.8`, `41.0`). Throws RangeError on anything else. */
  static parse(text: string): Decimal {
    if (!PATTERN.test(text)) throw new RangeError(`not a decimal number: "${text}"`);
    const point = text.indexOf(".");
    if (point < 0) return new Decimal(BigInt(text), 0);
    return new Decimal(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1);
  }

  static fromInteger(value: number | bigint): Decimal {
    return new Decimal(BigInt(value), 0);
  }

  /** The shortest decimal that reads back as this binary number. Throws RangeError for NaN and infinities. */
  static fromNumber(value: number): Decimal {
    const [digits = "", exponent = "0"] = String(value).split("e");
    return Decimal.parse(digits).shifted(Number(exponent));
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.coefficient * other.coefficient, this.scale + other.scale);
  }

  /** The quotient to 34 significant digits, half to even. Throws RangeError on division by zero. */
  dividedBy(other: Decimal): Decimal {
    if (other.coefficient === 0n) throw new RangeError("division by zero");
    const extra = Math.max(0, QUOTIENT_DIGITS + digits(other.coefficient) - digits(this.coefficient));
    const numerator = this.coefficient * 10n ** BigInt(extra);
    return new Decimal(divideHalfEven(numerator, other.coefficient), this.scale - other.scale + extra);
  }

  /** This number times ten to the `power`. */
  shifted(power: number): Decimal {
    return new Decimal(this.coefficient, this.scale - power);
  }

  negated(): Decimal {
    return new Decimal(-this.coefficient, this.scale);
  }

  absolute(): Decimal {
    return this.coefficient < 0n ? this.negated() : this;
  }

  /** Rounded half to even to `places` digits after the point (negative: before it). */
  rounded(places: number): Decimal {
    if (this.scale <= places) return this;
    return new Decimal(divideHalfEven(this.coefficient, 10n ** BigInt(this.scale - places)), places);
  }

  compare(other: Decimal): -1 | 0 | 1 {
    const scale = Math.max(this.scale, other.scale);
    const [a, b] = [this.at(scale), other.at(scale)];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  isZero(): boolean {
    return this.coefficient === 0n;
  }

  /** The nearest binary number. */
  toNumber(): number {
    const coefficient = Number(this.coefficient);
    const power = POWERS[Math.abs(this.scale)];
    // Both are exact then, so that the only rounding is the last one.
    if (power !== undefined && Number.isSafeInteger(coefficient))
      return this.scale < 0 ? coefficient * power : coefficient / power;
    return Number(`${this.coefficient}e${-this.scale}`);
  }

  /** Plain digits without an exponent and without trailing zeros after the point. */
  toString(): string {
    const negative = this.coefficient < 0n;
    let text = (negative ? -this.coefficient : this.coefficient).toString();
    if (this.scale > 0) {
      text = text.padStart(this.scale + 1, "0");
      const whole = text.slice(0, -this.scale);
      const fraction = text.slice(-this.scale).replace(/0+$/, "");
      text = fraction ? `${whole}.${fraction}` : whole;
    } else if (this.scale < 0 && text !== "0") {
      text += "0".repeat(-this.scale);
    }
    return negative && text !== "0" ? `-${text}` : text;
  }

  private at(scale: number): bigint {
    return scale === this.scale ? this.coefficient : this.coefficient * 10n ** BigInt(scale - this.scale);
  }
}

function digits(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  let quotient = n / d;
  const twice = (n % d) * 2n;
  if (twice > d || (twice === d && quotient % 2n === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
}
