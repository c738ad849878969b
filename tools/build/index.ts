import { parseArgs } from "node:util";
import { build } from "./build";
import { readSettings } from "./settings";
import { runProgram } from "./run";

const HELP = `npm run build [-- --development]

Builds the add-in into dist/.

  --development          readable code; the size budget is not applied
  OREBOOK_URL            the https address it will be served from (default: https://localhost:3000)
  OREBOOK_RELEASES       the https address of the release channel (default: data/ beside the add-in)
  OREBOOK_PUBLIC_KEY     a PEM file: data releases are taken only when signed with its private half
  OREBOOK_NAMESPACE      METALS: the fallback with one namespace, functions become METALS.REE.QUOTA`;

/** `npm run build`: exit code 1, with everything that is wrong, when the build may not be used. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { development: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const settings = readSettings();
  const problems = await build(values.development ? "development" : "production", settings);
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0
      ? `Built into dist/ for ${settings.base}`
      : `Not built: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`,
  );
  return problems.length === 0 ? 0 : 1;
}

runProgram(main);
