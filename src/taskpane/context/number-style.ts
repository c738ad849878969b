import type { Decimal } from "../../dataset/decimal";

/** How numbers are written for people. */
export class NumberStyle {
  private readonly formats = new Map<number, Intl.NumberFormat>();

  /** `locale`: BCP 47, such as `de-DE`. */
  constructor(readonly locale: string) {}

  /** Every digit of the value, grouped; at least `places` after the point. */
  text(value: Decimal, places = 0): string {
    let format = this.formats.get(places);
    if (!format) {
      format = new Intl.NumberFormat(this.locale, { minimumFractionDigits: places, maximumFractionDigits: 20 });
      this.formats.set(places, format);
    }
    // A numeric text is formatted digit by digit, where a number would be rounded to binary first.
    return format.format(value.toString() as `${number}`).replace(/^-/, "−");
  }

  /** A count of things. */
  count(value: number): string {
    return value.toLocaleString(this.locale);
  }

  /** A per cent of difference: two digits that count, but no more than the whole number where it is large. */
  rate(percent: number): string {
    const places = percent >= 10 ? 0 : percent >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(percent || 1)));
    return `${percent.toLocaleString(this.locale, { maximumFractionDigits: places })}%`;
  }

  /** A value at an axis: round, and short when it is long. */
  axis(value: number): string {
    const notation = Math.abs(value) >= 100_000 ? "compact" : "standard";
    return value.toLocaleString(this.locale, { notation, maximumFractionDigits: 4 }).replace(/^-/, "−");
  }
}
