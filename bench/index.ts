import { parseArgs } from "node:util";

/**
 * Measures side by side, in one run: `npm run bench` this version by itself, `npm run bench -- --against FOLDER` its calls
 * beside those of another checkout with its packages installed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { against: { type: "string" } } });
  if (values.against === undefined) await import("./alone");
  else await (await import("./against")).benchAgainst(values.against);
}

void main();
