import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import type { Importer, Context } from "../importer";
import { Mapping } from "../input/mapping";
import { Reading, ShapeFault } from "../reading";
import { FlowScan, type Flow } from "./scan";
import { Decimal } from "../../../../src/dataset/decimal";

const GOODS = new Mapping(__dirname, "mapping.csv", ["edition", "code"], ["from", "until", "item"]);

/** As CEPII names the files of an edition: goods as of an edition of the HS, a year, a version. */
const NAME = /^BACI_(HS\d{2})_Y(\d{4})_V(\d{4})(\d{2})[a-z]?\.csv$/;

/** Codes have six digits. */
const CODES = 1_000_000;
const CHUNK = 1 << 20;

export const baci: Importer = {
  name: "baci",
  reads: "a year of CEPII BACI in one edition of the HS (BACI_HS17_Y2024_V202601.csv)",
  file: "observations/baci.csv",
  document: {
    title: "BACI: International Trade Database at the Product Level, HS17, V202601",
    creator: "CEPII",
    publisher: "CEPII",
    url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
    licence: "etalab-2.0",
  },
  async read(path, context) {
    const file = basename(path);
    const [, edition = "", year = "", ...version] = NAME.exec(file) ?? [];
    if (edition === "")
      throw new ShapeFault(file, "is not named as CEPII names its files, such as BACI_HS17_Y2024_V202601.csv");
    const reading = new Reading();
    reading.edition = version.join("-");
    const trade = new Trade(file.replace(/\.csv$/, ""), goodsOf(file, edition, year));
    const isOurs = trade.codes(CODES);
    const scan = new FlowScan(
      file,
      Number(year),
      (exporter, importer, code) => (exporter === CHINA || importer === CHINA) && isOurs[code] === 1,
      (flow) => trade.add(flow, reading),
    );
    const bytes = statSync(path).size;
    let done = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
      scan.feed(chunk);
      done += chunk.length;
      context.progress(`${file}: ${Math.floor((100 * done) / bytes)} %, ${scan.line} lines`);
    }
    scan.end();
    context.progress("");
    trade.report(year, reading, context);
    return reading;
  },
};

/** The goods that are read in this edition and year: a series is in one edition for a span of years. */
function goodsOf(file: string, edition: string, year: string): ReadonlyMap<string, string> {
  const isOf = (from: string, until: string) => from <= year && (until === "" || year <= until);
  const goods = GOODS.entries.filter(
    (row) => row.get("edition") === edition && isOf(row.get("from"), row.get("until")),
  );
  if (goods.length > 0) return new Map(goods.map((row) => [row.get("code"), row.get("item")]));
  const editions = GOODS.entries
    .filter((row) => isOf(row.get("from"), row.get("until")))
    .map((row) => row.get("edition"));
  const known = [...new Set(editions)].join(" and ") || "none";
  throw new ShapeFault(file, `no series takes ${edition} for ${year}; the editions for that year are ${known}`);
}

/** Values are in thousands of dollars, quantities in tonnes. */
const THOUSANDS = 3;
const FIGURE = /^\d+(?:\.\d+)?$/;
/** Quantities that the publisher does not have. */
const NO_QUANTITY = /^(?:|NA)$/;
const WORLD = "wld";
/** The number of the country whose trade is read. */
const CHINA = 156;

/** China's trade in the goods of a file, added up by good, direction and country. */
class Trade {
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
    const [direction, partner] = directionOf(exporter, importer);
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
        const shared = { period: year, locator: place.locator, note: "", where: place.where, relation: "exact" };
        reading.candidates.push({
          ...shared,
          series: `${series}.value.baci.a`,
          value: total.value.toString(),
          unit: "USD",
          status: "A",
        });
        if (total.weighed === 0) {
          reading.blanks++;
          continue;
        }
        reading.candidates.push({
          ...shared,
          series: `${series}.weight.baci.a`,
          value: total.flows === 1 ? total.quantity : total.weight.toString(),
          unit: "t",
          // Quantities are partly estimated by the publisher, and some are far off.
          status: "U",
          relation: total.weighed === total.flows ? "exact" : "at-least",
        });
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

/** A flow that leaves China is an export of it, any other that is read an import. */
function directionOf(exporter: number, importer: number): readonly [direction: string, partner: number] {
  return exporter === CHINA ? ["exports", importer] : ["imports", exporter];
}

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
