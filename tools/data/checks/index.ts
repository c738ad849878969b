import { absences } from "./absences";
import { aliases } from "./aliases";
import { balances } from "./balances";
import type { Check } from "./check";
import { comparisons } from "./comparisons";
import { corrections } from "./corrections";
import { dates } from "./dates";
import { definitions } from "./definitions";
import { editions } from "./editions";
import { events } from "./events";
import { factors } from "./factors";
import { licences } from "./licences";
import { meanings } from "./meanings";
import { means } from "./means";
import { months } from "./months";
import { overlaps } from "./overlaps";
import { overlays } from "./overlays";
import { periods } from "./periods";
import { places } from "./places";
import { programmes } from "./programmes";
import { quotaParts } from "./quota-parts";
import { ranks } from "./ranks";
import { recipes } from "./recipes";
import { releases } from "./releases";
import { revisions } from "./revisions";
import { seals } from "./seals";
import { seriesIds } from "./series-ids";
import { shares } from "./shares";
import { statuses } from "./statuses";
import { units } from "./units";
import { vintages } from "./vintages";
import { wholeTrade } from "./whole-trade";
import { worldTotals } from "./world-totals";

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
