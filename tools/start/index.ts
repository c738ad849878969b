import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DIST } from "../build/build";
import { readSettings } from "../build/settings";
import { instructions } from "./instructions";
import { startLocal, untilStopped } from "./local";

const HELP = `npm start [-- options]

Builds the add-in and serves it at https://localhost:3000 until Ctrl-C.

  --no-build       serve the last build
  --dist <folder>  serve this folder instead of dist
  --self-signed    do not install a trusted certificate; browsers will ask
  OREBOOK_PORT     another port`;

/** `npm start`: exit code 1, with the reason, when the add-in cannot be served. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      "no-build": { type: "boolean", default: false },
      "self-signed": { type: "boolean", default: false },
      dist: { type: "string", default: DIST },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const dist = resolve(values.dist);
  const server = await startLocal(readSettings(), { build: !values["no-build"], dist, selfSigned: values["self-signed"] });
  console.log(instructions(server.url, join(dist, "manifest.local.xml")));
  await untilStopped(server);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
