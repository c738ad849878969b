import { run, type Outcome } from "./cli";
import { importFiles } from "./import";

const args = process.argv.slice(2);
const isImport = args.includes("--import");
void (isImport ? importFiles(args, showProgress) : Promise.resolve(run(args))).then(({ code, text }: Outcome) => {
  (code === 0 ? console.log : console.error)(text);
  process.exitCode = code;
});

/** One line of a terminal, written over again and again and left blank; nothing where nobody looks. */
function showProgress(done: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}\u001b[K\r`);
}
