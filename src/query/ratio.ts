import { Decimal } from "../dataset/decimal";

const ONE = Decimal.fromInteger(1);

/** An exact fraction of two decimals: what one unit is of another, such as 1/0.45359237. */
export class Ratio {
  constructor(
    readonly numerator: Decimal,
    readonly denominator: Decimal = ONE,
  ) {}

  /** Reads `0.45359237` or `1/0.45359237`; blank is one. */
  static parse(text: string): Ratio {
    const [numerator = "", denominator = "1"] = text.split("/");
    return new Ratio(Decimal.parse(numerator || "1"), Decimal.parse(denominator));
  }

  times(other: Ratio): Ratio {
    return new Ratio(this.numerator.times(other.numerator), this.denominator.times(other.denominator));
  }

  inverse(): Ratio {
    return new Ratio(this.denominator, this.numerator);
  }

  /** A value times this fraction: exact where the quotient ends, else to more digits than a cell holds. */
  of(value: Decimal): Decimal {
    const product = value.times(this.numerator);
    return this.denominator.compare(ONE) === 0 ? product : product.dividedBy(this.denominator);
  }
}
