import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { requireColumns } from "../input/csv-text";
import { ShapeFault, type Reading } from "../reading";

/** A row of an answer: one country's trade in one good with another. */
export interface Flow {
  readonly period: string;
  readonly reporterCode: string;
  readonly partnerCode: string;
  readonly flowCode: string;
  readonly cmdCode: string;
  readonly classificationCode: string;
  /** Plain digits, in dollars. */
  readonly primaryValue: string;
  /** Kilograms; undefined when there is none. */
  readonly netWgt: string | undefined;
  readonly isNetWgtEstimated: boolean;
  readonly where: string;
}

const FIELDS = [
  "freqCode",
  "refYear",
  "period",
  "reporterCode",
  "flowCode",
  "partnerCode",
  "cmdCode",
  "classificationCode",
  "primaryValue",
  "netWgt",
];

/** Fields that break a flow down, with the code that stands for all of it. */
const WHOLE: Readonly<Record<string, string>> = { partner2Code: "0", customsCode: "C00", mosCode: "0", motCode: "0" };

type Fields = Readonly<Record<string, unknown>>;

/** The rows of an answer that are whole flows; parts of them by way of transport, customs procedure or second partner are left out. */
export function readAnswer(path: string, reading: Reading): Flow[] {
  const file = basename(path);
  const rows = rowsOf(file, parsed(file, readFileSync(path, "utf8")));
  return rows.flatMap((row, i) => {
    const where = `${file}: data[${i}]`;
    if (typeof row !== "object" || row === null) throw new ShapeFault(where, "is not a row with fields");
    const fields = row as Fields;
    requireColumns(where, Object.keys(fields), FIELDS);
    if (Object.entries(WHOLE).some(([field, all]) => String(fields[field] ?? all) !== all)) {
      reading.leftOut++;
      return [];
    }
    const value = amount(fields["primaryValue"]);
    if (value === undefined) {
      reading.refuse(`${where}.primaryValue`, `${JSON.stringify(fields["primaryValue"])} is not a value`);
      return [];
    }
    const weight = amount(fields["netWgt"]);
    return [
      {
        period: periodOf(fields, where),
        reporterCode: String(fields["reporterCode"]),
        partnerCode: String(fields["partnerCode"]),
        flowCode: String(fields["flowCode"]).trim(),
        cmdCode: String(fields["cmdCode"]),
        classificationCode: String(fields["classificationCode"]),
        primaryValue: value,
        netWgt: weight === "0" ? undefined : weight,
        isNetWgtEstimated: fields["isNetWgtEstimated"] === true,
        where,
      },
    ];
  });
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ShapeFault(file, `is not JSON: ${(error as Error).message}`);
  }
}

function rowsOf(file: string, answer: unknown): readonly unknown[] {
  const { data, count, error, message } = (answer ?? {}) as Fields;
  if (!Array.isArray(data)) {
    const says = message ?? error;
    const hint = typeof says === "string" && says !== "" ? `; it says "${says}"` : "";
    throw new ShapeFault(file, `has no list "data"${hint}`);
  }
  if (typeof count === "number" && count >= 0 && count !== data.length)
    throw new ShapeFault(file, `has ${data.length} rows in "data" where "count" says ${count}: it is not whole`);
  return data as unknown[];
}

function periodOf(fields: Fields, where: string): string {
  const [freq, period] = [String(fields["freqCode"]), String(fields["period"])];
  if (freq === "A" && /^\d{4}$/.test(period)) return period;
  if (freq === "M" && /^\d{4}(?:0[1-9]|1[0-2])$/.test(period)) return `${period.slice(0, 4)}-${period.slice(4)}`;
  throw new ShapeFault(
    `${where}.period`,
    `"${period}" is not a period of freqCode "${freq}": 2015 with A, 201503 with M`,
  );
}

/** A number that is not negative, in digits alone. */
function amount(value: unknown): string | undefined {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) return undefined;
  const text = String(value);
  return /e/i.test(text) ? undefined : text;
}
