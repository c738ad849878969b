import type { Frequency } from "../../../src/dataset/period";
import { DIMENSIONS, type Observation, type Series } from "../../../src/dataset/records";
import { candidates, type Reader } from "../../../src/query/answer/candidates";
import type { Answer } from "../../../src/query/answer/answer";
import type { Ask } from "../../../src/query/answer/ask";
import { findResolved, partsOf } from "../../../src/query/answer/compute";
import { statedAbsence } from "../../../src/query/answer/unanswered";
import type { CellKind, EmptyKind, HeldKind } from "./symbols";

const PARTS_OF_YEAR: readonly Frequency[] = ["s", "q", "m", "c"];

/** What the add-in has for a question and a year, or why it has nothing, most telling reason first. */
export function cellOf(reader: Reader, ask: Ask, year: string): CellKind {
  const found = findResolved(reader, ask, year);
  if (found) return heldKind(found);
  const missing = partsOf(ask)?.find((part) => !findResolved(reader, part, year)) ?? ask;
  const stated = statedAbsence(reader, missing, year)?.reason as EmptyKind | undefined;
  if (stated && stated !== "not-held") return stated;
  if (hasPartOfYear(reader, missing, year)) return "months";
  return (
    elsewhere(reader, missing, year) ?? stated ?? (year >= reader.view.release.date.slice(0, 4) ? "running" : "none")
  );
}

function heldKind({ observation }: Answer): HeldKind {
  if (!observation) return "derived";
  if (observation.status === "F") return "forecast";
  if (observation.series.transformation === "implied") return "implied";
  if (observation.formula) return "derived";
  return printedKind(observation);
}

function printedKind({ status, relation }: Observation): HeldKind {
  if (["E", "P", "U"].includes(status)) return "estimated";
  if (relation === "at-least" || relation === "at-most") return "bound";
  return relation === "approximately" ? "about" : "published";
}

function hasPartOfYear(reader: Reader, ask: Ask, year: string): boolean {
  return PARTS_OF_YEAR.some((freq) =>
    candidates(reader, ask, freq).some((series) =>
      reader.view.periods(series).some((period) => period.startsWith(year)),
    ),
  );
}

/** Where else the year has a figure. */
function elsewhere({ view }: Reader, ask: Ask, year: string): EmptyKind | undefined {
  const there = view.catalogue
    .seriesOf(ask.indicator)
    .filter((series) => series.item === ask.item && series.freq === "a" && view.has(series, year));
  const alike = there.filter((series) => series.transformation === ask.transformation);
  const differsIn = (series: Series, dimension: string) =>
    DIMENSIONS.filter((name) => series[name] !== (ask[name] ?? "")).join() === dimension;
  if (alike.some((series) => differsIn(series, "basis") && series.rank !== undefined)) return "basis";
  if (alike.some((series) => differsIn(series, "basis"))) return "estimate";
  if (alike.some((series) => differsIn(series, "measure"))) return "measure";
  if (there.some((series) => differsIn(series, "") && series.transformation === "growth")) return "growth";
  return alike.some((series) => differsIn(series, "partner")) ? "partner" : undefined;
}
