const { join } = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const Shipped = require("../build/shipped.cjs");

const ROOT = join(__dirname, "..", "..");

/** The command in one file with the data release beside it, for a package that needs nothing else. */
module.exports = {
  mode: "production",
  target: "node20",
  entry: join(__dirname, "index.ts"),
  output: { path: join(ROOT, "build", "cli"), filename: "orebook.cjs", clean: true },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    // The version is read from package.json by its name; what is required as it runs is not looked for here.
    parser: { json: { namedExports: true }, javascript: { createRequire: false } },
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false, incremental: false } },
      },
    ],
  },
  node: { __dirname: false },
  // What a reader of an error needs are names.
  optimization: { minimize: false, splitChunks: false },
  performance: { hints: false },
  plugins: [
    new Shipped(),
    new CopyPlugin({
      patterns: [{ context: join(ROOT, "build", "data"), from: "{latest.json,release-*}", to: "data" }],
    }),
  ],
};
