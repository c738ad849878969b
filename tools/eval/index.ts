import { createInterface } from "node:readline";
import { run } from "./cli";
import { createEngine } from "./engine";
import { openSession } from "./session";

/** A reader that has seen enough, such as `head`, closes the pipe. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** `npm run eval`. */
run(
  process.argv.slice(2),
  {
    lines: () => createInterface({ input: process.stdin }),
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  },
  async (asOf, dateSystem) => createEngine(await openSession(asOf, dateSystem)),
).then((code) => (process.exitCode = code));
