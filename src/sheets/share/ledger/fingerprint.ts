import { toldOf, type Scalar } from "../../formula";

const OFFSETS = [0x811c9dc5, 0x050c5d1f] as const;
const PRIME = 0x01000193;

/** A short mark of what some cells show: 16 digits, the same for the same values wherever they stand. */
export function fingerprint(values: readonly (readonly unknown[])[]): string {
  const text = JSON.stringify(values);
  return OFFSETS.map((offset) => hash(text, offset)).join("");
}

/** The mark of what cells show, an error as its word. */
export function shownMark(values: readonly (readonly Scalar[])[]): string {
  return fingerprint(values.map((row) => row.map(toldOf)));
}

export function isFingerprint(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{16}$/.test(text);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, offset: number): string {
  let value: number = offset;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME) >>> 0;
  return value.toString(16).padStart(8, "0");
}
