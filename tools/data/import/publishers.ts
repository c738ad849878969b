import { baci } from "./baci";
import { comtrade } from "./comtrade";
import type { Importer } from "./importer";
import { plain } from "./plain";
import { usgsMcs } from "./usgs-mcs";
import { worldBank } from "./worldbank";

export const IMPORTERS: readonly Importer[] = [usgsMcs, worldBank, baci, comtrade, plain];
