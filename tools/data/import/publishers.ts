import { baci } from "./baci";
import type { Importer } from "./importer";
import { usgsMcs } from "./usgs-mcs";
import { worldBank } from "./worldbank";

export const IMPORTERS: readonly Importer[] = [usgsMcs, worldBank, baci];
