import { frequencyOf } from "../../../src/dataset/period";
import { readDay } from "../../../src/query/period/day";
import { periodCell, readPeriod } from "../../../src/query/period/period";
import { Refusal } from "../../../src/query/refusal";
import { Units } from "../../../src/query/units/units";
import { Words } from "../../../src/query/words/words";
import { must, taken, type Target } from "../target";
import { seedsDataset } from "./seeds";
import tried from "./tried.json";

const isRefusal = (error: unknown) => error instanceof Refusal;

export const period: Target = () => ({
  ...tried.period,
  read: (input) =>
    taken(() => {
      const canonical = readPeriod(input, "period");
      must(frequencyOf(canonical) !== undefined, "what is read is no period");
      must(readPeriod(canonical, "period") === canonical, "a canonical text does not read as itself");
      must(readPeriod(periodCell(canonical), "period") === canonical, "what goes into a cell reads otherwise");
    }, isRefusal),
});

export const day: Target = () => ({
  ...tried.day,
  read: (input) => {
    const read = readDay(input);
    if (read === undefined) return false;
    must(readDay(read) === read, "a day does not read as itself");
    return true;
  },
});

export const unit: Target = () => {
  const units = new Units(seedsDataset());
  const codes = [...seedsDataset().codes("units").values()];
  return {
    seeds: codes.map(({ label }) => label),
    words: [
      ...codes.flatMap(({ id, aliases }) => [id, ...aliases]),
      "USD",
      "bn",
      "'000",
      " per ",
      "LCE",
      "REO",
      "千",
      "亿",
      "吨",
    ],
    read: (input) =>
      taken(() => {
        const { id, label, kind } = units.read(input, "unit");
        for (const text of [id, label]) {
          const again = units.read(text, "unit");
          must(again.id === id && again.kind === kind, "what a unit is called reads as another unit");
        }
      }, isRefusal),
  };
};

const LISTS = ["items", "areas", "indicators", "stages", "bases", "holders", "measures"] as const;

export const word: Target = () => {
  const dataset = seedsDataset();
  const words = new Words(dataset);
  const codes = LISTS.flatMap((list) => [...dataset.codes(list).values()].slice(0, 40));
  return {
    seeds: codes.flatMap(({ id, label }) => [id, label]),
    words: codes.flatMap(({ aliases }) => aliases.slice(0, 3)),
    read: (input) => {
      let isTaken = false;
      for (const list of LISTS)
        isTaken =
          taken(() => {
            const code = words.read(list, input, "metal");
            const main = words.mainWord(list, code);
            must(words.read(list, main, "metal") === code, `${list}: the main word of a code reads as another`);
          }, isRefusal) || isTaken;
      return isTaken;
    },
  };
};
