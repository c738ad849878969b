/**
 * What a value looks like under an en-US number format code (`range.text`). Digits, thousands, percent, scaling commas,
 * quoted text, sections and dates; not times, fractions or scientific codes.
 */
import type { CellValue } from "./workbook-model";

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|General|(y+|m+|d+)|([0#?]+(?:,[0#?]+)*(?:\.[0#?]*)?,*|\.[0#?]+,*)|./gi;
const GENERAL_DIGITS = 11;

/** 1 January 1900 → 2, as Excel counts from March 1900 on. */
export const toSerial = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - EPOCH) / DAY;

function datePart(token: string, serial: number): string {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  const pad = (value: number): string => String(value).padStart(Math.min(token.length, 2), "0");
  switch (token[0]!.toLowerCase()) {
    case "y":
      return token.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, "0");
    case "d":
      return pad(date.getUTCDate());
    default: {
      const name = date.toLocaleString("en-US", { month: "long", timeZone: "UTC" });
      return token.length > 3 ? name : token.length === 3 ? name.slice(0, 3) : pad(date.getUTCMonth() + 1);
    }
  }
}

function general(value: number): string {
  const rounded = Number(value.toPrecision(GENERAL_DIGITS - 1));
  if (Math.abs(value) < 10 ** GENERAL_DIGITS) return Number.isInteger(value) ? String(value) : String(rounded);
  const [digits, exponent] = value.toExponential(5).split("e");
  return `${Number(digits)}E${exponent!.replace(/^([+-])(\d)$/, "$10$2")}`;
}

function digits(pattern: string, value: number): string {
  const [whole = "", fraction = ""] = pattern.replace(/,+$/, "").split(".");
  const places = fraction.length;
  const required = (fraction.match(/0/g) ?? []).length;
  let [head = "", tail = ""] = value.toFixed(places).split(".");
  while (tail.length > required && tail.endsWith("0")) tail = tail.slice(0, -1);
  head = head.replace(/^0$/, "").padStart((whole.match(/0/g) ?? []).length, "0");
  if (whole.includes(",")) head = head.replace(/\B(?=(\d{3})+$)/g, ",");
  return pattern.includes(".") ? `${head}.${tail}` : head;
}

function section(format: string, value: number): { code: string; magnitude: number } {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [format];
  if (value < 0 && sections[1]) return { code: sections[1], magnitude: -value };
  if (value === 0 && sections[2]) return { code: sections[2], magnitude: 0 };
  return { code: sections[0]!, magnitude: value };
}

function formatted(format: string, value: number): string {
  const { code, magnitude } = section(format, value);
  const tokens = [...code.matchAll(TOKEN)];
  const isDate = tokens.some((token) => token[3]) && !tokens.some((token) => token[4]);
  const percent = tokens.some((token) => token[0] === "%") ? 100 : 1;
  const text = tokens.map(([token, quoted, escaped, date, pattern]) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
    if (/^general$/i.test(token)) return general(Math.abs(magnitude));
    if (date) return isDate ? datePart(date, magnitude) : date;
    if (pattern)
      return digits(pattern, (Math.abs(magnitude) * percent) / 1000 ** (/,+$/.exec(pattern)?.[0].length ?? 0));
    if (token.startsWith("_")) return " ";
    return token.length > 1 ? "" : token;
  });
  return (magnitude < 0 ? "-" : "") + text.join("");
}

export function formatNumber(value: CellValue, format: string): string {
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" || format === "@") return String(value);
  return formatted(format, value);
}
