import { DataError, openData } from "./data";
import { put } from "./output";
import { refreshFiles, type FileOutcome } from "./refresh";
import { markdownOf } from "./report";
import { checkRefresh, HELP, readCommand, UsageError, type Command } from "./usage";

const WRONG_USE = 2;
const NO_DATA = 5;

/** Runs the command; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command.options.help || command.name === "help") {
      process.stdout.write(`${HELP}\n`);
      return 0;
    }
    if (command.name === "refresh") return await refresh(command);
    throw new UsageError(
      command.name === ""
        ? "say what to do; orebook --help lists it"
        : `orebook does not know ${command.name}; orebook --help lists what it does`,
    );
  } catch (error) {
    process.stderr.write(`orebook: ${(error as Error).message}\n`);
    if (error instanceof UsageError) return WRONG_USE;
    if (error instanceof DataError) return NO_DATA;
    throw error;
  }
}

async function refresh(command: Command): Promise<number> {
  checkRefresh(command);
  const { options, language } = command;
  const dataset = await openData(options.data);
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const outcomes = await refreshFiles(command, dataset, ({ line }) => say(line));
  const reports = outcomes.flatMap(({ report }) => (report ? [report] : []));
  if (options.json !== undefined)
    put(
      options.json,
      `${JSON.stringify(reports.length === 1 && outcomes.length === 1 ? reports[0] : reports, undefined, 2)}\n`,
    );
  put(options.markdown, markdownOf(reports, language));
  return worst(outcomes);
}

/** A refused workbook weighs more than one with something left, that more than one that would change. */
function worst(outcomes: readonly FileOutcome[]): number {
  const codes = outcomes.map(({ code }) => code);
  return [3, 4, 1].find((code) => codes.includes(code as FileOutcome["code"])) ?? 0;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
