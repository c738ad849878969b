/** Two projects: `node` proves the pure code, `browser` drives the built add-in in a real browser (needs `npm run build`). */
const shared = {
  rootDir: __dirname,
  globalSetup: "<rootDir>/test/setup/index.ts",
  transform: { "\\.ts$": "<rootDir>/tools/test/transform.js" },
  moduleFileExtensions: ["ts", "js", "json"],
};
module.exports = {
  // Reached only by what hangs, however busy the machine.
  testTimeout: 300_000,
  testSequencer: "<rootDir>/tools/test/longest-first.js",
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "/test/e2e/"],
    },
    { ...shared, displayName: "browser", testEnvironment: "node", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
