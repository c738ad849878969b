import type { FunctionDefinition } from "./definition";
import { BALANCE } from "./metals/balance";
import { CAGR } from "./metals/cagr";
import { EXPORTS } from "./metals/exports";
import { GET } from "./metals/get";
import { GROWTH } from "./metals/growth";
import { IMPORTS } from "./metals/imports";
import { INDICATOR } from "./metals/indicator";
import { LATEST } from "./metals/latest";
import { PRICE } from "./metals/price";
import { PRODUCTION } from "./metals/production";
import { RESERVES } from "./metals/reserves";
import { SERIES } from "./metals/series";
import { SHARE } from "./metals/share";
import { SOURCE } from "./metals/source";
import { STATUS } from "./metals/status";
import { VERSION } from "./metals/version";
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
  SOURCE,
  STATUS,
  GET,
  VERSION,
  QUOTA,
  REE_EXPORTS,
];
