import type { Check } from "./check";
import { aliases, factors, recipes } from "./codes";
import { absences, events } from "./events";
import { editions, periods, programmes, shares, statuses, units } from "./figures";
import { means, months } from "./months";
import { overlays } from "./overlays";
import { corrections, releases, seals, vintages } from "./releases";
import { balances, comparisons, overlaps, revisions } from "./remarks";
import { definitions, meanings, ranks, seriesIds } from "./series";
import { dates, licences, places } from "./sources";
import { quotaParts, wholeTrade, worldTotals } from "./totals";

/** Every guarantee beyond what the Table Schemas of datapackage.json give; derivations are recomputed in model/derivations. */
export const CHECKS: readonly Check[] = [
  seriesIds,
  definitions,
  ranks,
  meanings,
  units,
  periods,
  statuses,
  places,
  licences,
  dates,
  vintages,
  releases,
  corrections,
  seals,
  overlays,
  aliases,
  factors,
  absences,
  events,
  recipes,
  quotaParts,
  worldTotals,
  wholeTrade,
  shares,
  editions,
  programmes,
  months,
  means,
  revisions,
  overlaps,
  comparisons,
  balances,
];
