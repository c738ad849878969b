const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

/** Licences under which others' code may be passed on in a bundle with a notice; anything else stops the build. */
const ACCEPTED = new Set(["MIT", "ISC", "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause"]);

const MIT = `Copyright (c) OWNER

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Copyright (c) OWNER

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided
that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const TEXTS = { MIT, ISC };

const ROOT = join(__dirname, "..", "..");

/**
 * Writes beside the bundle what others' packages it really holds: `sbom.cdx.json` (CycloneDX) and `licences.txt`, for whoever
 * has to allow it. Nothing in them depends on the day or the machine. A package without an accepted licence and its text is a fault.
 */
module.exports = class Shipped {
  apply(compiler) {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("Shipped", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "Shipped", stage }, () => {
        const packages = packagesIn(compilation);
        compilation.errors.push(...faultsOf(packages).map((fault) => new WebpackError(fault)));
        compilation.emitAsset("sbom.cdx.json", new sources.RawSource(`${JSON.stringify(billOf(packages), null, 2)}\n`));
        compilation.emitAsset("licences.txt", new sources.RawSource(licencesOf(packages)));
      });
    });
  }
};
Object.assign(module.exports, { billOf, faultsOf, licencesOf });

/** The packages of which some module is in some chunk, by name and version. */
function packagesIn({ modules, chunkGraph }) {
  const found = new Map();
  const resourcesOf = (module) => (module.modules ? [...module.modules].flatMap(resourcesOf) : [module.resource]);
  for (const module of modules) {
    if (!chunkGraph.getNumberOfModuleChunks(module)) continue;
    for (const resource of resourcesOf(module)) {
      const one = resource?.includes("node_modules") ? packageOf(dirname(resource)) : undefined;
      if (one) found.set(`${one.name}@${one.version}`, one);
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The package that a folder belongs to. */
function packageOf(folder) {
  const file = join(folder, "package.json");
  const { name, version, license, author } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  // A package.json without a version only says how its folder is read.
  if (!name || !version) return dirname(folder) === folder ? undefined : packageOf(dirname(folder));
  const text = fileIn(folder, "licen[cs]e|copying") ?? sectionOfReadme(folder) ?? textFor(license, author);
  return { name, version, licence: license, text: text ?? textOfScope(folder, name, license) };
}

/** The text of a folder's file of some name, whatever its ending. */
function fileIn(folder, name) {
  const file = readdirSync(folder).find((entry) => new RegExp(`^(${name})(\\.|$)`, "i").test(entry));
  return file && readFileSync(join(folder, file), "utf8").trim();
}

/** Some packages have the words of their licence at the end of the README only. */
function sectionOfReadme(folder) {
  const [, section] = /^#+ *licen[cs]e *\n([^]*?)(?=^#|$(?![^]))/im.exec(fileIn(folder, "readme") ?? "") ?? [];
  return section && /copyright/i.test(section) ? section.trim() : undefined;
}

/** Some packages name their licence and leave its words out. */
function textFor(licence, author) {
  const owner = typeof author === "string" ? author : author?.name;
  return owner && TEXTS[licence]?.replace("OWNER", owner);
}

/** The words that another package of the same scope has for the same licence. */
function textOfScope(folder, name, licence) {
  if (!name.startsWith("@")) return undefined;
  const scope = dirname(folder);
  for (const sibling of readdirSync(scope)) {
    const file = join(scope, sibling, "package.json");
    if (!existsSync(file) || JSON.parse(readFileSync(file, "utf8")).license !== licence) continue;
    const text = fileIn(join(scope, sibling), "licen[cs]e|copying");
    if (text) return text;
  }
  return undefined;
}

function faultsOf(packages) {
  return packages.flatMap(({ name, version, licence, text }) => [
    ...(ACCEPTED.has(licence) ? [] : [`${name} ${version} would be shipped under the licence ${licence}`]),
    ...(text ? [] : [`${name} ${version} would be shipped without the text of its licence`]),
  ]);
}

function billOf(packages) {
  const own = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const locked = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  const components = packages.map(({ name, version, licence }) => {
    const { integrity } = locked[`node_modules/${name}`] ?? {};
    const [, digest] = /^sha512-(.+)$/.exec(integrity ?? "") ?? [];
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    return {
      type: "library",
      "bom-ref": purl,
      name,
      version,
      ...(digest && { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] }),
      licenses: [{ license: { id: licence } }],
      purl,
    };
  });
  const self = `pkg:npm/${own.name}@${own.version}`;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": self,
        name: own.name,
        version: own.version,
        licenses: [{ license: { id: own.license } }],
      },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((one) => one["bom-ref"]) }],
  };
}

function licencesOf(packages) {
  const part = ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`;
  return ["The code of others that this build holds, each under its own licence.\n", ...packages.map(part)].join(
    `\n${"-".repeat(80)}\n\n`,
  );
}
