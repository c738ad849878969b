import { absences } from "./absences";
import { aliases } from "./aliases";
import { balances } from "./balances";
import type { Check } from "./check";
import { comparisons } from "./comparisons";
import { corrections } from "./corrections";
import { dates } from "./dates";
import { licences } from "./licences";
import { months } from "./months";
import { periods } from "./periods";
import { places } from "./places";
import { quotaParts } from "./quota-parts";
import { recipes } from "./recipes";
import { references } from "./references";
import { releases } from "./releases";
import { seriesIds } from "./series-ids";
import { statuses } from "./statuses";
import { units } from "./units";
import { vintages } from "./vintages";
import { worldTotals } from "./world-totals";

/** Every guarantee beyond what the Table Schemas of datapackage.json give; derivations are recomputed in model/derivations. */
export const CHECKS: readonly Check[] = [
  seriesIds,
  units,
  periods,
  statuses,
  places,
  licences,
  dates,
  vintages,
  releases,
  corrections,
  aliases,
  absences,
  references,
  recipes,
  quotaParts,
  worldTotals,
  months,
  comparisons,
  balances,
];
