const { createPublicKey } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { gzipSync } = require("node:zlib");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { DefinePlugin, NormalModuleReplacementPlugin } = require("webpack");
const { version } = require("./package.json");
const CalledAtOnce = require("./tools/build/called-at-once.cjs");
const Shipped = require("./tools/build/shipped.cjs");

/** The flat files for people without the add-in. */
const FLAT = ["observations.csv", "observations/*.csv"];

/** The one address the store allows office.js to come from. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** A piece made of those that its imports name (`webpackChunkName`): webpack lets no two have one name. */
const PANE = { name: "views/pane", of: ["views/whole-pane", "views/news"] };

/**
 * Bundles the shared runtime's page. `npm run build` makes what this needs in build/ (data release, help pages) and
 * afterwards writes the files that hold addresses (manifest, functions.json).
 */
module.exports = (_env, { mode = "production" }) => {
  const releaseFile = `data/${latestRelease()}`;
  const channel = process.env.OREBOOK_RELEASES ? `${process.env.OREBOOK_RELEASES.replace(/\/+$/, "")}/` : "data/";
  return {
    mode,
    entry: { runtime: "./src/runtime/index.ts" },
    output: {
      path: join(__dirname, "dist"),
      filename: "[name].[contenthash].js",
      cssFilename: "[name].[contenthash].css",
      assetModuleFilename: "assets/[name].[contenthash][ext]",
      clean: true,
    },
    // Never an eval devtool: the content security policy forbids eval. Published scripts do not name their maps, which lie beside them.
    devtool: mode === "production" ? "hidden-source-map" : "source-map",
    cache: false,
    // Styles are a kind of module of their own, and made small like programs.
    experiments: { css: true },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      // Types are not checked here, so a name that is not exported must fail by other means.
      parser: { javascript: { exportsPresence: "error" } },
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          exclude: /node_modules/,
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    plugins: [
      new DefinePlugin({
        __ADDIN_VERSION__: JSON.stringify(version),
        __RELEASE_FILE__: JSON.stringify(releaseFile),
        __RELEASE_CHANNEL__: JSON.stringify(channel),
        __RELEASE_KEY__: JSON.stringify(publicKey(process.env.OREBOOK_PUBLIC_KEY)),
        __FUNCTION_NAMESPACE__: JSON.stringify(process.env.OREBOOK_NAMESPACE ?? ""),
      }),
      new NormalModuleReplacementPlugin(
        /\/hydration(-view)?\.js$|^\.\.?\/interfaces\.js$/,
        join(__dirname, "src/taskpane/widgets/fluent/fast-parts.ts"),
      ),
      // office.js tells Excel that the page is ready as soon as the page is parsed: a deferred program might not be there yet,
      // and every formula of a workbook that opens would be answered with an error.
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "src/taskpane/taskpane.html",
        inject: "body",
        scriptLoading: "blocking",
        minify: false,
      }),
      new HeadTags((program) => [
        tag("meta", { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy(channel) }),
        tag("link", { rel: "icon", href: "assets/icon-32.png" }),
        // While office.js is awaited a browser looks no further down the page.
        tag("link", { rel: "preload", as: "script", href: program }),
        tag("link", { rel: "preload", as: "fetch", crossorigin: true, href: `${releaseFile}.gz` }),
        tag("script", { src: OFFICE_JS }),
      ]),
      new CalledAtOnce("runtime"),
      new Shipped(),
      new CopyPlugin({
        patterns: [
          { from: "src/functions/locales/zh.json", to: "help/functions.zh.json" },
          { from: "assets/*.png", to: "assets/[name][ext]" },
          { from: "assets/pages/*.css", to: "assets/[name][ext]" },
          { from: "assets/pages/*.html", to: "[name][ext]" },
          { from: "build/data", to: "data", globOptions: { ignore: FLAT.map((glob) => `**/build/data/${glob}`) } },
          // Every page waits for this one: a server need not pack it anew each time.
          { from: releaseFile, context: "build", to: `${releaseFile}.gz`, transform: packed },
          // Forty megabytes of text that few ask for: a server unpacks them for whoever does (docs/nginx.conf).
          ...FLAT.map((glob) => ({
            from: glob,
            context: "build/data",
            to: "data/[path][name][ext].gz",
            transform: packed,
            noErrorOnMissing: true,
          })),
          { from: "build/samples", to: "samples", noErrorOnMissing: true },
          { from: "build/help", to: "help", noErrorOnMissing: true },
        ],
      }),
    ],
    // The pages stay as they are written: people and the workbench read them, and they are small.
    optimization: {
      minimizeOptions: { html: false, javascript: { compress: { passes: 3, ecma: 2020 }, ecma: 2020 } },
      // Short names: what changes between two versions is fetched anew anyhow.
      moduleIds: "size",
      mangleExports: "size",
      splitChunks: {
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          // Who reads Chinese waits for it with the data; nobody else fetches it before a table is inserted.
          messages: { name: "texts/messages.zh", chunks: "async", test: /messages[\\/]zh[\\/]/, priority: 1 },
          pane: { name: PANE.name, chunks: "async", test: isOfPane },
        },
      },
    },
    // webpack weighs files uncompressed; tools/build/sizes.ts holds the budget as the network sees it.
    performance: false,
    stats: "errors-warnings",
  };
};

/** What is fetched behind the functions whatever happens, and what several views share: one piece weighs less than many. */
function isOfPane(module, { chunkGraph }) {
  const names = namesOf(module, chunkGraph);
  return names.length > 1 || names.some((name) => PANE.of.includes(name));
}

/** The pieces that a module would be in. */
function namesOf(module, chunkGraph) {
  return [...chunkGraph.getModuleChunks(module)].map(({ name }) => name);
}

const packed = (content) => gzipSync(content, { level: 9 });

function latestRelease() {
  const { file } = JSON.parse(readFileSync(join(__dirname, "build", "data", "latest.json"), "utf8"));
  return file;
}

/** The key in a PEM file as Base64 of its SPKI form; "" where there is none. */
function publicKey(file) {
  return file ? createPublicKey(readFileSync(file)).export({ type: "spki", format: "der" }).toString("base64") : "";
}

/** `frame-ancestors` is missing on purpose: browsers ignore it in a page, only a server's header can say it. */
function contentSecurityPolicy(channel) {
  const releaseHost = URL.canParse(channel) ? [new URL(channel).origin] : [];
  const directives = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"],
    // office.js sets inline styles on the web.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...releaseHost],
    // The pane frames nothing; without a host, office.js tries to frame Microsoft's usage reporting.
    "frame-src": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

function tag(tagName, attributes) {
  return HtmlPlugin.createHtmlTagObject(tagName, attributes);
}

/** Puts tags before those of the bundle, so that office.js is there when the bundle runs. */
class HeadTags {
  /** @param tagsFor the tags for a page whose first formula waits for this program */
  constructor(tagsFor) {
    this.tagsFor = tagsFor;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap("HeadTags", (compilation) => {
      HtmlPlugin.getHooks(compilation).alterAssetTagGroups.tap("HeadTags", (groups) => {
        const [program] = compilation.namedChunks.get("runtime").files;
        groups.headTags.unshift(...this.tagsFor(program));
        return groups;
      });
    });
  }
}
