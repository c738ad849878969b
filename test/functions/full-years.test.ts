import { createCaller } from "../../src/functions";
import { refusal, sessionOf } from "../fixtures/seeds";

const { call } = createCaller(sessionOf({}));

/** What is asked for most often has to be there without a hole, wherever a source prints it. */
const METALS = ["iron ore", "copper", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
const YEARS = Array.from({ length: 14 }, (_, i) => 2012 + i);
const monthsOf = (first: number, last: number, end: number) =>
  Array.from(
    { length: (last - first) * 12 + end },
    (_, i) => `${first + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );

/** Years for which the editions held print no world total. */
const NOT_PRINTED: Readonly<Record<string, readonly number[]>> = {
  copper: [2019],
  nickel: [2019],
  lead: [2019, 2020],
  tin: [2020],
};

test.each(METALS)(
  "production of %s: China, the world and the five largest countries in every year that is printed",
  (metal) => {
    for (const year of YEARS.filter((one) => !NOT_PRINTED[metal]?.includes(one))) {
      // Countries' lithium before 2016 is the gross weight of their ores, the world's its content: there is no ranking.
      if (metal === "lithium" && year < 2016) continue;
      const ranked = call("METALS.PARTNERS", ["production", metal, year, 5]) as unknown[][];
      expect([year, ranked.filter(([rank]) => typeof rank === "number").length]).toEqual([year, 5]);
      expect([year, typeof call("METALS.PRODUCTION", [metal, year, "World"])]).toEqual([year, "number"]);
      // The newest edition leaves China out of the cobalt of 2023.
      if (metal !== "cobalt" || year !== 2023)
        expect([year, typeof call("METALS.PRODUCTION", [metal, year])]).toEqual([year, "number"]);
    }
  },
);

test.each(Object.entries(NOT_PRINTED).flatMap(([metal, years]) => years.map((year) => [metal, year] as const)))(
  "production of %s in %d is refused with the reason",
  (metal, year) => {
    expect(refusal(`=METALS.PRODUCTION("${metal}",${year},"World")`)).toContain(String(year));
  },
);

/** The months that are answered with a figure: any other throws with its reason. */
const answered = (id: string, name: string, months: readonly string[]) =>
  months.map((month) => call(id, [name, month])).filter((value) => typeof value === "number").length;

test.each(["copper", "aluminium", "zinc", "nickel", "lead", "tin", "gold", "silver", "platinum"])(
  "the price of %s in every month from 1960 to May 2026",
  (metal) => {
    const months = monthsOf(1960, 2026, 5);
    expect(answered("METALS.PRICE", metal, months)).toBe(months.length);
  },
);

test.each(["CNY", "JPY", "KRW", "INR", "HKD"])(
  "the exchange rate of %s in every month from 1981 to June 2026",
  (currency) => {
    // The won is told from April 1981 on.
    const months = monthsOf(1981, 2026, 6).slice(currency === "KRW" ? 3 : 0);
    expect(answered("METALS.INDICATOR", `${currency} per USD`, months)).toBe(months.length);
  },
);
