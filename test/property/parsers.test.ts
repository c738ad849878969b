import fc from "fast-check";
import { Decimal } from "../../src/dataset/decimal";
import {
  comparePeriods,
  frequencyOf,
  lastDay,
  lastMonth,
  monthsSpanned,
  nextPeriod,
  yearsEarlier,
} from "../../src/dataset/period";
import { decodeTable, encodeTable } from "../../src/dataset/format/codec";
import { readDay } from "../../src/query/period/day";
import { canonicalPeriod } from "../../src/query/period/period-reader";
import { dayOfSerial } from "../../src/query/period/period-numbers";
import { periodCell, readPeriod } from "../../src/query/period/period";
import { Units } from "../../src/query/units/units";
import { twoReleases } from "../fixtures/two-releases";

const year = fc.integer({ min: 1900, max: 2199 });
const two = (value: number) => String(value).padStart(2, "0");
const stepped = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
);
const monthsSoFar = fc
  .tuple(
    year,
    fc.integer({ min: 2, max: 11 }).filter((last) => last !== 3 && last !== 6),
  )
  .map(([y, last]) => `${y}-01/${y}-${two(last)}`);
const span = fc
  .tuple(year, year)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => `${from}/${to}`);
const period = fc.oneof(stepped, monthsSoFar, span);
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => Decimal.parse(String(digits)).shifted(-places));

describe("periods", () => {
  it("a canonical text reads as itself, and so does what goes into a cell", () => {
    fc.assert(
      fc.property(period, (text) => {
        expect(readPeriod(text, "period")).toBe(text);
        expect(readPeriod(periodCell(text), "period")).toBe(text);
      }),
    );
  });

  it("whatever reads at all reads to a canonical text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[0-9QHSqhs年月日/. -]{4,15}$/),
          period.map((text) => ` ${text.replace("-", " - ")} `),
        ),
        (text) => {
          const canonical = canonicalPeriod(text.normalize("NFKC").trim());
          if (canonical !== undefined) {
            expect(frequencyOf(canonical)).toBeDefined();
            expect(canonicalPeriod(canonical)).toBe(canonical);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("in any spelling of a year, a part of a year and a span mean the same", () => {
    const SIGNS = ["/", "~", " - ", " – ", " to ", "至", ":", ".."];
    fc.assert(
      fc.property(stepped, fc.nat(), (text, pick) => {
        const [y, rest = ""] = [text.slice(0, 4), text.slice(5)];
        const part = /^[HQ]/.test(rest) ? rest : "";
        const spellings = part
          ? [`${y}${part}`, `${part} ${y}`, `${y} ${part}`, `${y}:${part}`, `${part[1]}${part[0]}${y}`]
          : rest
            ? [
                `${y}M${rest}`,
                `${y}-M${rest}`,
                `${y}年${Number(rest)}月份`,
                `${rest}/${y}`,
                `${y}-${rest}-07T12:00:00Z`,
              ]
            : [`${y}A`, `${y}-A1`, `${y}.0`, `${y}年度`, `CY${y}`];
        expect(readPeriod(spellings[pick % spellings.length]!, "period")).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(monthsSoFar, span), fc.constantFrom(...SIGNS), (text, sign) => {
        expect(readPeriod(text.replace("/", sign), "period")).toBe(text);
      }),
    );
  });

  it("are totally ordered", () => {
    fc.assert(
      fc.property(period, period, period, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) || 0);
        if (comparePeriods(a, b) === 0) expect(a).toBe(b);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("follow one another without a gap", () => {
    fc.assert(
      fc.property(
        stepped.filter((text) => !text.startsWith("2199")),
        (text) => {
          expect(frequencyOf(nextPeriod(text))).toBe(frequencyOf(text));
          expect(monthsSpanned(nextPeriod(text)).first).toBe(monthsSpanned(text).last + 1);
        },
      ),
    );
  });

  it("a year earlier is of the same kind and twelve months before", () => {
    fc.assert(
      fc.property(
        period.filter((text) => !text.startsWith("1900")),
        (text) => {
          expect(frequencyOf(yearsEarlier(text))).toBe(frequencyOf(text));
          expect(monthsSpanned(yearsEarlier(text)).last).toBe(monthsSpanned(text).last - 12);
        },
      ),
    );
  });
});

describe("dates", () => {
  const day = fc
    .date({ min: new Date("1955-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("a day reads as itself; a month and a year as their last day", () => {
    fc.assert(
      fc.property(day, stepped, (iso, text) => {
        expect(readDay(iso)).toBe(iso);
        expect(readDay(text)).toBe(lastDay(lastMonth(text)));
      }),
    );
  });

  it("an Excel date is the day it shows, and its month as a period", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20000, max: 73050 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (serial, time) => {
          expect(readDay(serial + time)).toBe(dayOfSerial(serial));
          expect(readPeriod(serial + time, "period")).toBe(dayOfSerial(serial).slice(0, 7));
          expect((Date.parse(dayOfSerial(serial)) - Date.parse("1899-12-30")) / 86_400_000).toBe(serial);
        },
      ),
    );
  });
});

describe("decimals", () => {
  it("read back what they write", () => {
    fc.assert(fc.property(decimal, (value) => expect(Decimal.parse(value.toString()).compare(value)).toBe(0)));
  });

  it("add, subtract and scale exactly", () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: -20, max: 20 }), (a, b, power) => {
        expect(a.plus(b).minus(b).compare(a)).toBe(0);
        expect(a.times(b).compare(b.times(a))).toBe(0);
        expect(a.shifted(power).shifted(-power).compare(a)).toBe(0);
      }),
    );
  });

  it("a binary number survives the way there and back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        expect(Decimal.fromNumber(value).toNumber()).toBe(value === 0 ? 0 : value),
      ),
    );
  });
});

it("units of the trade convert there and back: exactly where the quotient ends, else to more digits than a cell holds", () => {
  const units = new Units(twoReleases());
  const words = [
    "lb",
    "oz",
    "kt LCE",
    "t V2O5",
    "lb WO3",
    "USD/lb",
    "USc/lb",
    "USD/oz",
    "CNY/lb",
    "JPY bn",
    "USD '000",
  ];
  const amount = fc.integer({ min: 1, max: 10 ** 9 }).map((cents) => Decimal.fromInteger(cents).shifted(-2));
  fc.assert(
    fc.property(amount, fc.constantFrom(...words), (value, word) => {
      const unit = units.read(word, "unit");
      const there = units.convert(value, unit.base, unit, unit.content);
      const back = unit.factor.of(there).shifted(unit.scale);
      expect(back.minus(value).absolute().compare(value.shifted(-30))).toBeLessThanOrEqual(0);
      const exact = unit.factor.of(value).shifted(unit.scale);
      expect(
        units.convert(exact, unit.base, unit, unit.content).minus(value).absolute().compare(value.shifted(-30)),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

it("units convert there and back exactly", () => {
  const units = new Units(twoReleases());
  const pairs = ["t", "t REO", "USD", "CNY", "USD/t", "1", "point"].flatMap((base) =>
    units.offered(base, "zh").map((unit) => [base, unit] as const),
  );
  fc.assert(
    fc.property(decimal, fc.constantFrom(...pairs), (value, [base, id]) => {
      const unit = units.get(id);
      const there = units.convert(value, base, unit);
      expect(there.shifted(unit.scale - units.get(base).scale).compare(value)).toBe(0);
      expect(units.baseValue({ value: there.toString(), unit: id }).compare(value)).toBe(0);
    }),
  );
});

it("a table comes back from the codec as it was", () => {
  const cell = fc.oneof(fc.constantFrom("", "a", "b"), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 40 }), (rows) => {
      const table = { columns: ["x", "y"], rows };
      expect(decodeTable(encodeTable(table))).toEqual(table);
    }),
  );
});
