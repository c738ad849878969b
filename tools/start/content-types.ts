import { extname } from "node:path";
import types from "./content-types.json";

const TYPES: Record<string, string> = types;

/** The content type for a file, by its ending; bytes without a meaning when the ending is not known. */
export function contentType(file: string): string {
  return TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
}
