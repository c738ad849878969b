/** Two projects: `node` proves the pure code, `browser` drives the built add-in in a real browser (needs `npm run build`). */
const typescript = [
  "ts-jest",
  {
    tsconfig: {
      target: "es2022",
      module: "commonjs",
      esModuleInterop: true,
      isolatedModules: true,
      resolveJsonModule: true,
      ignoreDeprecations: "6.0",
    },
    diagnostics: false,
  },
];
const shared = {
  rootDir: __dirname,
  globalSetup: "<rootDir>/test/setup/index.ts",
  transform: { "\\.ts$": typescript },
  moduleFileExtensions: ["ts", "js", "json"],
};
module.exports = {
  // Reached only by what hangs, however busy the machine.
  testTimeout: 300_000,
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
