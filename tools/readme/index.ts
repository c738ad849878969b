import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/run";
import { readDataset } from "../eval/session";
import { readme } from "./readme";

/** Brings the generated tables of README.md up to date. */
const path = join(ROOT, "README.md");
writeFileSync(path, readme(readFileSync(path, "utf8"), readDataset()));
