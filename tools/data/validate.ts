import { CHECKS } from "./checks";
import type { Subject } from "./checks/check";
import { Derivation } from "./model/derivations";
import { readFigures } from "./model/figures";
import { Seeds } from "./model/seeds";
import { withOverlay, type OverlayFiles } from "./overlay/overlay";
import { Report } from "./problem";
import type { Files } from "./read/files";
import { readPackage } from "./read/package";
import { checkCells } from "./schema/cells";
import { checkKeys } from "./schema/keys";

/**
 * Reads a package, with an organisation's rows beside ours if there are any, and runs every check. Problems of form (a missing file, another column, a broken line) end the run
 * early, because everything after them would be noise, and leave no subject; all others are collected.
 */
export function validate(
  files: Files,
  overlay?: OverlayFiles,
): { readonly report: Report; readonly subject: Subject | undefined } {
  const report = new Report();
  const ours = readPackage(files, report);
  const read = ours && overlay ? withOverlay(ours, overlay, report) : ours;
  if (!read || report.problems.length > 0) return { report, subject: undefined };
  for (const table of read.tables.values()) checkCells(table, report);
  checkKeys(read.tables, report);
  const seeds = new Seeds(read);
  const figures = readFigures(seeds);
  const derived = new Derivation(seeds, figures, report).all();
  const subject: Subject = { seeds, figures, derived, report };
  for (const check of CHECKS) check.run(subject);
  return { report, subject };
}
