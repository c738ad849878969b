import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { CHECKS } from "./checks";
import { compile, readBoth, type Compilation, type Output } from "./compile";
import { coveragePage } from "./coverage/page";
import { earlierReleases } from "./earlier";
import { explain } from "./explain";
import { notesPage } from "./notes";
import type { Problem } from "./problem";
import { publish, putEarlier } from "./publish";
import { readPrivateKey } from "./sign";
import { validate } from "./validate";
import { writeOutput } from "./write";

const ROOT = join(__dirname, "..", "..");

/** Pages written for readers beside the release: name → text. */
const PAGES: Readonly<Record<string, (compilation: Compilation & Output) => string>> = {
  "data-notes.md": ({ notes }) => notesPage(notes),
  "coverage.md": ({ release }) => coveragePage(release),
};

const USAGE = `npm run data                                   check seeds/ and write build/data/, docs/data-notes.md and docs/coverage.md
npm run data -- --check                        check only
npm run data -- --explain <series> <period>    where a number comes from; <series> is an id or words of its label
npm run data -- --rules                        what the checks guarantee
npm run data -- --out <folder>                 write there instead, pages included
npm run data -- --publish <folder>             add the release to what a web server serves, keeping every earlier one
             … --sign <file>                   with a signature of the private key in this PEM file
npm run data -- --with <folder> …              with an organisation's own rows beside ours: to check, publish, explain or write elsewhere
npm run data -- --seeds <folder>               read another package
npm run data -- --import                       take over a publisher's files: how`;

/** The package, and the folder of an organisation's own rows beside it. */
interface Data {
  readonly seeds: string;
  readonly overlay: string | undefined;
}

/** What a run says and whether it succeeded: 0, 1 for problems in the data, 2 for a wrong call. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly text: string;
}

export function run(args: readonly string[]): Outcome {
  let parsed;
  try {
    const options = {
      check: { type: "boolean" },
      explain: { type: "boolean" },
      rules: { type: "boolean" },
      out: { type: "string" },
      publish: { type: "string" },
      sign: { type: "string" },
      with: { type: "string" },
      seeds: { type: "string" },
    } as const;
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return { code: 2, text: `${(error as Error).message}\n\n${USAGE}` };
  }
  const { values, positionals } = parsed;
  const data: Data = { seeds: values.seeds ?? join(ROOT, "seeds"), overlay: values.with };
  if (values.explain) return positionals.length < 2 ? { code: 2, text: USAGE } : explained(data, positionals);
  if (values.rules) return { code: 0, text: CHECKS.map(({ guarantees }) => `- ${guarantees}`).join("\n") };
  if (positionals.length > 0) return { code: 2, text: USAGE };
  if (values.publish !== undefined) return published(data, values.publish, values.sign);
  // What the add-in is built with is for everybody.
  if (values.with !== undefined && !values.check && values.out === undefined) return { code: 2, text: USAGE };
  return compiled(data, values.check ?? false, values.out);
}

function explained(data: Data, words: readonly string[]): Outcome {
  const { seeds, overlay } = data;
  const { report, subject } = validate(...readBoth(seeds, overlay));
  if (!subject) return failed(seeds, report.problems);
  try {
    return { code: 0, text: explain(subject, words.slice(0, -1).join(" "), words.at(-1) ?? "") };
  } catch (error) {
    return { code: 1, text: (error as Error).message };
  }
}

function compiled({ seeds, overlay }: Data, checkOnly: boolean, out: string | undefined): Outcome {
  const compilation = compile(seeds, overlay);
  if (!compilation.release) return failed(seeds, compilation.problems);
  const { notes, release } = compilation;
  const { tables } = release;
  const counts = `${tables["observations"]?.rows ?? 0} figures in ${tables["series"]?.rows ?? 0} series from ${tables["sources"]?.rows ?? 0} sources`;
  const leftOut = compilation.leftOut > 0 ? `; ${compilation.leftOut} rows of withheld sources left out` : "";
  const summary = `Data release ${release.release} of ${release.date}: ${counts}${leftOut}. No problem; ${notes.length} notes.`;
  const seal = compilation.sealed
    ? ""
    : `\nWhen ${release.release} is published, write its digest into releases.csv: ${compilation.digest}`;
  if (checkOnly) return { code: 0, text: `${summary}${seal}` };
  const folder = out ?? join(ROOT, "build", "data");
  const latest = writeOutput(folder, compilation);
  if (out === undefined) putEarlier(folder, release, earlierReleases());
  const docs = out ?? join(ROOT, "docs");
  mkdirSync(docs, { recursive: true });
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(docs, name), text(compilation));
  return {
    code: 0,
    text: `${summary}\nWrote ${shown(join(folder, latest.file))} (${latest.bytes} bytes), latest.json and open/; ${Object.keys(PAGES).join(" and ")} in ${shown(docs)}.${seal}`,
  };
}

function published({ seeds, overlay }: Data, folder: string, keyFile: string | undefined): Outcome {
  const compilation = compile(seeds, overlay);
  if (!compilation.release) return failed(seeds, compilation.problems);
  try {
    const { notice, isNew, releases } = publish(
      folder,
      compilation,
      keyFile === undefined ? undefined : readPrivateKey(keyFile),
    );
    const done = isNew
      ? `Published data release ${notice.release} of ${notice.date}`
      : `Data release ${notice.release} was published already`;
    return {
      code: 0,
      text: `${done} in ${shown(folder)}: ${notice.file} (${notice.bytes} bytes). Releases there: ${releases.join(", ")}.`,
    };
  } catch (error) {
    return { code: 1, text: `${(error as Error).message}. Nothing was published.`.replace("..", ".") };
  }
}

function failed(seeds: string, problems: readonly Problem[]): Outcome {
  const lines = problems.map(({ file, line, message }) => `${shown(join(seeds, file))}:${line}: ${message}`);
  return {
    code: 1,
    text: [...lines, `${problems.length} ${problems.length === 1 ? "problem" : "problems"}. Nothing was written.`].join(
      "\n",
    ),
  };
}

/** A path as one would type it here, with forward slashes everywhere. */
function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/");
}
