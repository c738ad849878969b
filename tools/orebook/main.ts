import { version } from "../../package.json";
import { createSession } from "../../src/functions/languages";
import { run as evaluateFormulas } from "../eval/cli";
import { createEngine } from "../eval/engine";
import { offer } from "../eval/offer";
import { TERMINAL } from "../eval/terminal";
import { audit } from "./audit";
import { DataError, openData } from "./data";
import { put } from "./output";
import { refreshFiles, type FileOutcome } from "./refresh";
import { markdownOf } from "./report";
import { reasonOf } from "./refused";
import { share } from "./share";
import { asOf } from "./standing";
import { checkRefresh, HELP, readCommand, UsageError, type Command } from "./usage";

const WRONG_USE = 2;
const REFUSED = 3;
const NO_DATA = 5;

const COMMANDS: Readonly<Record<string, (command: Command) => Promise<number>>> = {
  refresh,
  audit: async (command) => audit(command, await openData(command.options.data, command.language)),
  share: async (command) => share(command, await openData(command.options.data, command.language)),
  eval: evaluate,
};

/** Runs the command; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command.options.help || command.name === "help") {
      process.stdout.write(`${HELP}\n`);
      return 0;
    }
    const known = COMMANDS[command.name];
    if (known) return await known(command);
    throw new UsageError(
      command.name === ""
        ? "say what to do; orebook --help lists it"
        : `orebook does not know ${command.name}; orebook --help lists what it does`,
    );
  } catch (error) {
    process.stderr.write(`orebook: ${reasonOf(error, languageOf(args)) ?? (error as Error).message}\n`);
    if (error instanceof UsageError) return WRONG_USE;
    if (error instanceof DataError) return NO_DATA;
    if (reasonOf(error, "en") !== undefined) return REFUSED;
    throw error;
  }
}

/** The language of what is said before the command is understood. */
function languageOf(args: readonly string[]): "en" | "zh" {
  return args.join("=").includes("--lang=zh") ? "zh" : "en";
}

async function evaluate({ files, options, language }: Command): Promise<number> {
  const dataset = await openData(options.data, language);
  const session = createSession(dataset, { addinVersion: version, language });
  const standing = options["as-of"] === undefined ? {} : asOf(options["as-of"], "--as-of", session);
  return evaluateFormulas(options.json === undefined ? files : ["--json", ...files], TERMINAL, () =>
    createEngine(offer({ ...session, standing: { ...session.standing, ...standing } })),
  );
}

async function refresh(command: Command): Promise<number> {
  checkRefresh(command);
  const { options, language } = command;
  const dataset = await openData(options.data, language);
  const outcomes = await refreshFiles(command, dataset, ({ line }) => TERMINAL.complain(line));
  const reports = outcomes.map(({ report }) => report);
  put(options.json, `${JSON.stringify(reports.length === 1 ? reports[0] : reports, undefined, 2)}\n`);
  put(options.markdown, markdownOf(reports, language));
  return worst(outcomes);
}

/** A refused workbook weighs more than one with something left, that more than one that would change. */
function worst(outcomes: readonly FileOutcome[]): number {
  const codes = outcomes.map(({ code }) => code);
  return [3, 4, 1].find((code) => codes.includes(code as FileOutcome["code"])) ?? 0;
}
