import { keepCompiledSeeds } from "./compiled-seeds";

/** Before the first test of a run; what is put into the environment here reaches every test file. */
export default async function prepare(): Promise<void> {
  process.env["OREBOOK_COMPILED_SEEDS"] = await keepCompiledSeeds();
  // What is built for one run is built once for all its files, and anew for the next run.
  process.env["OREBOOK_TEST_RUN"] = String(Date.now());
}
