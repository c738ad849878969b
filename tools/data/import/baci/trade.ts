import { Decimal } from "../../../../src/dataset/decimal";
import type { Context } from "../importer";
import type { Reading } from "../reading";
import type { Flow } from "./scan";

/** Values are in thousands of dollars, quantities in tonnes. */
const THOUSANDS = 3;
const FIGURE = /^\d+(?:\.\d+)?$/;
/** Quantities that the publisher does not have. */
const NO_QUANTITY = /^(?:|NA)$/;
const WORLD = "wld";
/** The number of the country whose trade is read. */
export const CHINA = 156;

/** China's trade in the goods of a file, added up by good, direction and country. */
export class Trade {
  private readonly totals = new Map<string, Map<string, Total>>();
  private readonly seen = new Set<string>();

  /** @param goods code, of six digits or a heading of four, → item */
  constructor(
    private readonly file: string,
    private readonly goods: ReadonlyMap<string, string>,
  ) {}

  /** For each number whether it is a code of these goods. */
  codes(count: number): Uint8Array {
    const ours = new Uint8Array(count);
    for (const code of this.goods.keys()) {
      const width = count / 10 ** code.length;
      ours.fill(1, Number(code) * width, (Number(code) + 1) * width);
    }
    return ours;
  }

  add({ exporter, importer, code, value, quantity, line }: Flow, reading: Reading): void {
    const where = `${this.file}.csv:${line}`;
    if (!FIGURE.test(value)) return reading.refuse(`${where}, column v`, `"${value}" is not a value`);
    if (!FIGURE.test(quantity) && !NO_QUANTITY.test(quantity))
      return reading.refuse(`${where}, column q`, `"${quantity}" is not a quantity`);
    const key = `${exporter} ${importer} ${code}`;
    if (this.seen.has(key)) return reading.refuse(where, `is a second line for exporter, importer and code ${key}`);
    this.seen.add(key);
    // A flow that leaves China is an export of it, any other that is read an import.
    const [direction, partner] = exporter === CHINA ? ["exports", importer] : ["imports", exporter];
    const digits = String(code).padStart(6, "0");
    for (const good of [digits, digits.slice(0, 4)].filter((one) => this.goods.has(one))) {
      const of = this.totalsOf(`${direction} ${good}`);
      for (const country of [String(partner), WORLD]) {
        const total = of.get(country) ?? newTotal(country === WORLD ? undefined : partner);
        of.set(country, total);
        total.value = total.value.plus(Decimal.parse(value).shifted(THOUSANDS));
        total.flows++;
        total.line = line;
        total.quantity = quantity;
        if (NO_QUANTITY.test(quantity)) continue;
        total.weight = total.weight.plus(Decimal.parse(quantity));
        total.weighed++;
      }
    }
  }

  private totalsOf(key: string): Map<string, Total> {
    let totals = this.totals.get(key);
    if (!totals) this.totals.set(key, (totals = new Map()));
    return totals;
  }

  /** Hands over a figure for every total: its value, and its weight where flows have one. */
  report(year: string, reading: Reading, context: Context): void {
    const own = context.area(String(CHINA))!;
    for (const [key, totals] of this.totals) {
      const [direction = "", good = ""] = key.split(" ");
      for (const total of totals.values()) {
        const place = placeOf(this.file, direction, good, total);
        const area = total.partner === undefined ? WORLD : context.area(String(total.partner));
        if (area === undefined) {
          reading.skip(`country ${total.partner}`, place.where);
          continue;
        }
        const series = `${direction}.${this.goods.get(good)!}.${own}.${area}`;
        const weight = {
          value: total.flows === 1 ? total.quantity : total.weight.toString(),
          unit: "t",
          // Quantities are partly estimated by the publisher, and some are far off.
          status: "U",
          relation: total.weighed === total.flows ? "exact" : "at-least",
        };
        reading.trade(
          { period: year, ...place },
          (measure) => `${series}.${measure}.baci.a`,
          total.value.toString(),
          total.weighed === 0 ? undefined : weight,
        );
      }
    }
  }
}

function newTotal(partner: number | undefined) {
  const none = Decimal.fromInteger(0);
  return {
    value: none,
    /** The quantity as printed, of a single flow. */
    quantity: "",
    /** Of the flows that have one. */
    weight: none,
    flows: 0,
    weighed: 0,
    /** The line of its last flow, and the country's number; of the world's total none. */
    partner,
    line: 0,
  };
}

/** What one good came to in one direction with one country, or with all. */
type Total = ReturnType<typeof newTotal>;

function placeOf(
  file: string,
  direction: string,
  good: string,
  { partner, flows, line }: Total,
): { readonly locator: string; readonly where: string } {
  const sides =
    direction === "exports"
      ? [`i ${CHINA}`, ...(partner === undefined ? [] : [`j ${partner}`])]
      : [...(partner === undefined ? [] : [`i ${partner}`]), `j ${CHINA}`];
  const row = flows === 1 ? ` (row ${line})` : "";
  return { locator: `t:${file}: ${[...sides, `k ${good}`].join(", ")}${row}`, where: `${file}.csv:${line}` };
}
