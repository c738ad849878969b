#!/usr/bin/env node
// In a checkout the source runs as it stands; in a package, what was bundled from it.
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const source = join(__dirname, "index.ts");
if (existsSync(source)) {
  import(pathToFileURL(require.resolve("tsx")).href).then(() => import(pathToFileURL(source).href));
} else {
  require("../../build/cli/orebook.cjs");
}
