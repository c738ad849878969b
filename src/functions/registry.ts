import type { FunctionDefinition } from "./definition";
import { BALANCE } from "./metals/balance";
import { CAGR } from "./metals/cagr";
import { CALENDAR } from "./metals/calendar";
import { CHANGES } from "./metals/changes";
import { COVERAGE } from "./metals/coverage";
import { EVENTS } from "./metals/events";
import { EXPORTS } from "./metals/exports";
import { FIND } from "./metals/find";
import { GET } from "./metals/get";
import { GRID } from "./metals/grid";
import { GROWTH } from "./metals/growth";
import { IMPORTS } from "./metals/imports";
import { INDICATOR } from "./metals/indicator";
import { LATEST } from "./metals/latest";
import { LIST } from "./metals/list";
import { PARTNERS } from "./metals/partners";
import { PRICE } from "./metals/price";
import { PRODUCTION } from "./metals/production";
import { RESERVES } from "./metals/reserves";
import { REVISIONS } from "./metals/revisions";
import { SERIES } from "./metals/series";
import { SHARE } from "./metals/share";
import { SOURCE } from "./metals/source";
import { SOURCES } from "./metals/sources";
import { STATUS } from "./metals/status";
import { TABLE } from "./metals/table";
import { VERSION } from "./metals/version";
import { CONTROLLED } from "./ree/controlled";
import { CONTROLS } from "./ree/controls";
import { REE_EXPORTS } from "./ree/exports";
import { QUOTA } from "./ree/quota";

/** Every custom function, in the order of the help. Adding one here is all it takes to offer it everywhere. */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  IMPORTS,
  EXPORTS,
  BALANCE,
  PRODUCTION,
  RESERVES,
  PRICE,
  INDICATOR,
  GROWTH,
  CAGR,
  SHARE,
  LATEST,
  SERIES,
  GRID,
  PARTNERS,
  TABLE,
  EVENTS,
  SOURCE,
  SOURCES,
  STATUS,
  REVISIONS,
  CHANGES,
  CALENDAR,
  COVERAGE,
  FIND,
  LIST,
  GET,
  VERSION,
  QUOTA,
  REE_EXPORTS,
  CONTROLLED,
  CONTROLS,
];
