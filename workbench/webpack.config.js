const { join } = require("node:path");
const CssPlugin = require("mini-css-extract-plugin");
const HtmlPlugin = require("html-webpack-plugin");

/**
 * Bundles the pages that play Excel: `host` (bare, for tests of the protocol) or `workbench` (with the grid).
 * For development and tests only: they are never shipped.
 */
module.exports = ({ page: name, cached = false }) => ({
  mode: "development",
  context: join(__dirname, ".."),
  entry: { [name]: `./workbench/page/${name}.ts` },
  output: { path: join(__dirname, "..", "build", "workbench"), filename: "[name].js", chunkFilename: "[name].js" },
  devtool: name === "host" ? "source-map" : false,
  // Most of it is Univer, which changes with an install only. Not where several are built at once: they would share it.
  cache: cached
    ? {
        type: "filesystem",
        cacheDirectory: join(__dirname, "..", "build", "cache"),
        name,
        buildDependencies: { config: [__filename] },
      }
    : false,
  resolve: { extensions: [".ts", ".js"] },
  module: {
    parser: { javascript: { exportsPresence: "error" } },
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        exclude: /node_modules/,
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [
    new HtmlPlugin({ template: `workbench/page/${name}.html`, scriptLoading: "defer", minify: false }),
    new CssPlugin({ filename: "[name].css" }),
  ],
  performance: false,
  stats: "errors-warnings",
});
