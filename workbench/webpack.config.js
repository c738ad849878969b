const { join } = require("node:path");
const HtmlPlugin = require("html-webpack-plugin");

/** Bundles the page that plays Excel. For development and tests only: it is never shipped. */
module.exports = {
  mode: "development",
  context: join(__dirname, ".."),
  entry: { host: "./workbench/page/host.ts" },
  output: { path: join(__dirname, "..", "build", "workbench"), filename: "[name].js" },
  devtool: "source-map",
  cache: false,
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      { test: /\.ts$/, loader: "ts-loader", exclude: /node_modules/, options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
    ],
  },
  plugins: [new HtmlPlugin({ filename: "host.html", template: "workbench/page/host.html", scriptLoading: "defer", minify: false })],
  performance: false,
  stats: "errors-warnings",
};
