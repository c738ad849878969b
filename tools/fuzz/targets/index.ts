import type { Target } from "../target";
import { csv, publishersCsv } from "./csv";
import { address, formula, names, tracker } from "./formulas";
import { release } from "./release";
import { day, period, unit, word } from "./words";
import { xlsx, zip } from "./xlsx";

export const TARGETS: Readonly<Record<string, Target>> = {
  address,
  csv,
  day,
  formula,
  names,
  period,
  "publishers-csv": publishersCsv,
  release,
  tracker,
  unit,
  word,
  xlsx,
  zip,
};
