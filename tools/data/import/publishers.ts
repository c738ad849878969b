import type { Importer } from "./importer";
import { usgsMcs } from "./usgs-mcs";

export const IMPORTERS: readonly Importer[] = [usgsMcs];
