import { readFigures, type Figures } from "../../model/figures";
import { Seeds } from "../../model/seeds";
import { withOverlay } from "../../overlay/overlay";
import { Report, type Problem } from "../../problem";
import { readFolder, type Files } from "../../read/files";
import { readPackage } from "../../read/package";

/** Where rows go: our seeds, or an organisation's own folder in their shape, which is read together with them. */
export interface Target {
  readonly folder: string;
  /** Whether it is an organisation's own, which adds to ours and never changes it. */
  readonly isOwn: boolean;
  /** Files of the folder that is written, by their path in it. */
  readonly files: Files;
  readonly seeds: Seeds;
  readonly figures: Figures;
}

/** Reads what there is. Gives problems when it is not in a form that rows could be added to. */
export function readTarget(seedsFolder: string, into?: string): Target | { readonly problems: readonly Problem[] } {
  const report = new Report();
  const ours = readFolder(seedsFolder);
  const files = into === undefined ? ours : readFolder(into);
  const plain = readPackage(ours, report);
  const read = plain && into !== undefined ? withOverlay(plain, { files, shown: into }, report) : plain;
  if (!read || report.problems.length > 0) return { problems: report.problems };
  const seeds = new Seeds(read);
  return { folder: into ?? seedsFolder, isOwn: into !== undefined, files, seeds, figures: readFigures(seeds) };
}
