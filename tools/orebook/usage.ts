import { parseArgs } from "node:util";
import type { Language } from "../../src/query/describe";

export const HELP = `orebook: Orebook's data in saved workbooks, without Excel

  orebook refresh FILE…   moves workbooks to the newest data release, a release or a day
  orebook audit FILE      lists every Orebook formula and table with value, status and source
  orebook share FILE -o OUT   values in place of formulas, and a sheet of sources
  orebook eval FORMULA…   evaluates formulas

refresh:
  --as-of DAY | --release R   where to; without one, the newest release. A pin stays unless --unpin
  --unpin                     the workbook is pinned to no day any more
  --from R|DAY                where the workbook stands, if it does not say so itself
  -o FILE|DIR | --in-place    where the result goes
  --check                     writes nothing; exit code 1 when something would change
  --json FILE|-  --markdown FILE   what was done, for programs and for people
  --stale fail|warn           whether a workbook is written when formulas had to be left (default warn)
  --protected                 changes cells of protected sheets too
  --now TIME                  the time that the workbook's log tells (default: the day of the release)
audit:
  --json FILE|-  --markdown FILE|-  --csv FILE|-
everywhere:
  --data URL|FOLDER           another data channel than the one that came with the program
  --lang en|zh

Exit codes: 0 done, 1 would change (--check), 2 wrong use, 3 refused, nothing written,
4 written, but something was left, 5 data not to be had.`;

/** Wrong use of the command: its message is for the person who typed it. */
export class UsageError extends Error {}

const OPTIONS = {
  "as-of": { type: "string" },
  release: { type: "string" },
  unpin: { type: "boolean", default: false },
  from: { type: "string" },
  output: { type: "string", short: "o" },
  "in-place": { type: "boolean", default: false },
  check: { type: "boolean", default: false },
  json: { type: "string" },
  markdown: { type: "string" },
  csv: { type: "string" },
  stale: { type: "string", default: "warn" },
  protected: { type: "boolean", default: false },
  now: { type: "string" },
  data: { type: "string" },
  lang: { type: "string", default: "en" },
  help: { type: "boolean", default: false },
} as const;

export type Options = ReturnType<typeof parse>["values"];

export interface Command {
  readonly name: string;
  readonly files: readonly string[];
  readonly options: Options;
  readonly language: Language;
}

/** Reads what was typed. Throws a `UsageError`. */
export function readCommand(args: readonly string[]): Command {
  const { values: options, positionals } = parse(args);
  const [name = "", ...files] = positionals;
  if (options.lang !== "en" && options.lang !== "zh") throw new UsageError("--lang takes en or zh");
  if (options.stale !== "fail" && options.stale !== "warn") throw new UsageError("--stale takes fail or warn");
  return { name, files, options, language: options.lang };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Throws a `UsageError` for options of a refresh that do not go together. */
export function checkRefresh({ files, options }: Command): void {
  const targets = [options.output !== undefined, options["in-place"], options.check].filter(Boolean).length;
  if (files.length === 0) throw new UsageError("refresh takes the workbooks to refresh");
  if (targets === 0) throw new UsageError("say where the result goes: -o FILE or folder, --in-place, or --check");
  if (targets > 1) throw new UsageError("-o, --in-place and --check exclude one another");
  if (options["as-of"] !== undefined && options.release !== undefined)
    throw new UsageError("--as-of and --release exclude one another");
  if (options["as-of"] !== undefined && options.unpin) throw new UsageError("--as-of pins, --unpin does not");
  const { now } = options;
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new UsageError("--now takes a time such as 2026-11-28T10:00:00Z");
}
