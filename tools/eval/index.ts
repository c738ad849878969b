import { run } from "./cli";
import { createEngine } from "./engine";
import { openSession } from "./session";
import { endWithReader, TERMINAL } from "./terminal";

endWithReader();

/** `npm run eval`. */
run(process.argv.slice(2), TERMINAL, async (asOf, dateSystem) =>
  createEngine(await openSession(asOf, dateSystem)),
).then((code) => (process.exitCode = code));
