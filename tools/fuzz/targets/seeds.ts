import { join } from "node:path";
import { compile } from "../../data/compile";
import { Dataset } from "../../../src/dataset/dataset";
import { once } from "../../../src/dataset/remembering";

/** The release that `seeds/` make. */
export const seedsFile = once(() => {
  const { release } = compile(join(__dirname, "..", "..", "..", "seeds"));
  if (!release) throw new Error("seeds/ cannot be compiled: npm run data says why");
  return release;
});

export const seedsDataset = once(() => new Dataset(seedsFile()));
