const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { transformSync, version } = require("esbuild");

const OWN = createHash("sha256").update(readFileSync(__filename)).update(version).digest("hex");

/** A call at the outermost level, as esbuild writes it: what lies within is indented. */
const MOCK = /^jest\.mock\((?:.*|[^]*?^\})\);$/gm;

/**
 * TypeScript as jest runs it. Types are checked elsewhere, so each file is translated by itself, by a compiler that takes
 * a hundredth of the time: on a fresh clone every file is, and for each worker.
 */
module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: "ts",
      format: "cjs",
      target: "es2022",
      // What is loaded later goes through jest as well.
      supported: { "dynamic-import": false },
      sourcemap: "external",
      sourcesContent: false,
      sourcefile: path,
    });
    return { code: mocksFirst(code), map };
  },
  getCacheKey: (source, path, { configString, instrument }) =>
    createHash("sha256").update([OWN, path, configString, instrument, source].join("\0")).digest("hex").slice(0, 32),
};

/** What is mocked is so before anything is imported. Every line keeps its number. */
function mocksFirst(code) {
  const mocks = code.match(MOCK) ?? [];
  const oneLine = (text) => text.replaceAll("\n", " ");
  return mocks.map(oneLine).join(" ") + code.replace(MOCK, (text) => text.replace(/[^\n]/g, ""));
}
