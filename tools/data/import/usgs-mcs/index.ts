import { readFileSync } from "node:fs";
import type { Importer } from "../importer";
import { readCommodities } from "./commodities";
import { readWorldData } from "./world-data";

/** Each edition until 2025 is a table with a column for every year; since 2026 a row holds one figure. */
export const usgsMcs: Importer = {
  name: "usgs-mcs",
  reads: "the data of an edition of the USGS Mineral Commodity Summaries (.csv)",
  file: "observations/mcs.csv",
  document: {
    title: "Mineral Commodity Summaries 2026 Data Release: commodities data",
    creator: "U.S. Geological Survey",
    publisher: "U.S. Geological Survey",
    url: "<https://doi.org/… of the data release>",
    licence: "public-domain-us",
  },
  async read(path, context) {
    const [header = ""] = readFileSync(path, "latin1").split(/\r?\n/, 1);
    return /MCS chapter|Statistics/.test(header) ? readCommodities(path, context) : readWorldData(path, context);
  },
};
