import type { Check } from "./check";

/** Bodies that publish statistics of one kind, and how the bases on which they count begin. */
const BODIES: Readonly<Record<string, string>> = {
  CEPII: "baci",
  Eurostat: "eurostat",
  "General Administration of Customs of China": "customs",
  "U.S. Geological Survey": "usgs",
  "World Bank": "worldbank",
};

export const programmes: Check = {
  guarantees: "No series mixes two bases: a document of a body that counts stands behind series on its own basis only.",
  run({ seeds, report }) {
    for (const row of seeds.rows("observations")) {
      const own = BODIES[seeds.find("sources", row.get("source"))?.get("creator") ?? ""];
      const basis = seeds.find("series", row.get("series"))?.get("basis");
      if (own && basis && !basis.startsWith(own))
        report.problem(row, `source: ${row.get("source")} counts on the basis ${own}; the series is on ${basis}`);
    }
  },
};
