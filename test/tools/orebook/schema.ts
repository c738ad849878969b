import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { ROOT } from "../../../tools/build/run";

const schema = JSON.parse(readFileSync(join(ROOT, "docs", "refresh-report.schema.json"), "utf8")) as object;
const validate = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  formats: { date: /^\d{4}-\d\d-\d\d$/ },
}).compile(schema);

/** Where a report is not as the published schema has it. */
export function published(report: unknown): string[] {
  return validate(report) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}
