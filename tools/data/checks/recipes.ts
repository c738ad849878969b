import { recipeFaults, type KnownCodes } from "../../../src/tables/recipe/validate";
import type { Seeds } from "../model/seeds";
import type { Check } from "./check";

export const recipes: Check = {
  guarantees:
    "Every recipe in tables/ can be built: its id is the name of its file, its form is that of docs/tables.md, its words are codes.",
  run({ seeds, report }) {
    for (const [file, text] of seeds.texts) {
      for (const fault of faultsOf(file, text, knownTo(seeds))) report.problem({ file, line: 1 }, fault);
    }
  },
};

function faultsOf(file: string, text: string, known: KnownCodes): string[] {
  let recipe: unknown;
  try {
    recipe = JSON.parse(text);
  } catch (error) {
    return [`is not JSON: ${(error as Error).message}`];
  }
  return recipeFaults(recipe, file.replace(/^tables\/|\.json$/g, ""), known);
}

function knownTo(seeds: Seeds): KnownCodes {
  return {
    has: (list, code) => seeds.find(`codes-${list.replaceAll("_", "-")}`, code) !== undefined,
    hasSeries: (series) => seeds.find("series", series) !== undefined,
  };
}
