import { join } from "node:path";
import { compile } from "../../data/compile";
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";

let file: ReleaseFile | undefined;
let dataset: Dataset | undefined;

/** The release that `seeds/` make. */
export function seedsFile(): ReleaseFile {
  const { release } = file ? { release: file } : compile(join(__dirname, "..", "..", "..", "seeds"));
  if (!release) throw new Error("seeds/ cannot be compiled: npm run data says why");
  return (file = release);
}

export function seedsDataset(): Dataset {
  return (dataset ??= new Dataset(seedsFile()));
}
