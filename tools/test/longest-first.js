const { default: Sequencer } = require("@jest/test-sequencer");

/** The longest of each project, longest first. */
const LONG = [
  "property/arguments",
  "tools/data/later-release",
  "workbook/share/failure",
  "workbook/refresh/tables",
  "functions/calls/series-call",
  "tools/data/open-download",
  "property/blocks",
  "workbook/refresh/failure",
  "tools/orebook/packed",
  "e2e/pane-keyboard",
  "e2e/workbench",
  "e2e/workbench-xlsx",
  "e2e/functions",
  "e2e/pane-views",
  "e2e/refresh",
  "e2e/share",
];

/**
 * What takes longest begins first: no worker is still at it when the others have ended. Jest knows how long files took
 * last time; on a fresh clone it goes by their size, which says nothing of loops.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = LONG.findIndex((name) => path.replaceAll("\\", "/").endsWith(`/test/${name}.test.ts`));
      return found < 0 ? LONG.length : found;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
