import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import { compareTexts } from "./problem";

const FOLDER = join(__dirname, "..", "..", "assets", "releases");

/** The data releases before the newest, to the byte as they were published, oldest first: later ones continue them, and they stay readable for ever. */
export function earlierReleases(): ReleaseFile[] {
  return readdirSync(FOLDER)
    .sort(compareTexts)
    .map((name) => JSON.parse(gunzipSync(readFileSync(join(FOLDER, name))).toString("utf8")) as ReleaseFile);
}
