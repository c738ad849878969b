import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/run";
import { readDataset } from "../eval/session";
import { readme } from "./readme";
import { withRooms } from "./rooms";

/** Brings up to date what is generated: the tables of README.md, the picture of the rooms in docs/architecture.md. */
const path = join(ROOT, "README.md");
writeFileSync(path, readme(readFileSync(path, "utf8"), readDataset()));
const architecture = join(ROOT, "docs", "architecture.md");
writeFileSync(architecture, withRooms(readFileSync(architecture, "utf8")));
