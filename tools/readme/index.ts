import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/run";
import { readDataset } from "../eval/session";
import { withFunctions, withSources } from "./pages";
import { withRooms } from "./rooms";

/** Brings up to date what is generated: the tables of functions and sources, the picture of the rooms. */
const renew = (page: string, renewed: (text: string) => string) => {
  const path = join(ROOT, "docs", page);
  writeFileSync(path, renewed(readFileSync(path, "utf8")));
};
renew("functions.md", withFunctions);
renew("sources.md", (text) => withSources(text, readDataset()));
renew("architecture.md", withRooms);
