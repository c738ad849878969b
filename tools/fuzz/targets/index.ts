import type { Target } from "../target";
import { csv, publishersCsv } from "./csv";
import { address, formula, names, tracker } from "./formulas";
import { release } from "./release";
import { day, period, unit, word } from "./words";
import { xlsx, zip } from "./xlsx";

export const TARGETS: readonly Target[] = [
  address,
  csv,
  day,
  formula,
  names,
  period,
  publishersCsv,
  release,
  tracker,
  unit,
  word,
  xlsx,
  zip,
];
