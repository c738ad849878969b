import { nameKey } from "../../../../src/query/words/area-names";
import { nearest } from "../../../../src/query/words/nearest";
import type { Seeds } from "../../model/seeds";
import type { Context } from "../importer";

/** Areas by every name and number that our code list has for them. */
export function areasOf(seeds: Seeds): Pick<Context, "area" | "nearestAreas"> {
  const known = new Map<string, string>();
  const names: [string, string][] = [];
  for (const row of seeds.rows("codes-areas")) {
    const printed = [row.get("label"), ...row.list("aliases"), ...row.list("printed")];
    for (const name of [...printed, row.get("alpha3"), ...row.list("m49").map((code) => code.replace(/^0+/, ""))]) {
      const key = nameKey(name);
      if (key === undefined) continue;
      known.set(key, row.get("id"));
      names.push([name, row.get("label")]);
    }
  }
  return {
    area: (name) => known.get(nameKey(name) ?? ""),
    nearestAreas: (name) => nearest(name, names),
  };
}
