const { projects, testTimeout } = require("../../jest.config");

/** The full matrix: languages, themes and faults, every figure of the open download, in files apart from the tests that `npm test` runs. */
module.exports = {
  ...projects.find(({ displayName }) => displayName === "browser"),
  displayName: "full",
  testTimeout,
  testMatch: ["<rootDir>/test/**/*.full.ts"],
};
