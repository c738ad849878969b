import type { Dataset } from "../../src/dataset/dataset";
import { shareSaved } from "../../src/package";
import { addressOf } from "../../src/sheets/notation/place";
import type { ShareObstacle } from "../../src/sheets/share/plan";
import { openWorkbook, timeIn } from "./open";
import { targetOf, writeWhole } from "./output";
import { withProgress } from "./progress";
import { Refused } from "./refused";
import { textsIn } from "./texts";
import { UsageError, type Command } from "./usage";

/** `orebook share FILE -o OUT`: a copy with values in place of formulas and a sheet of sources. */
export async function share(command: Command, dataset: Dataset): Promise<number> {
  const { files, options, language } = command;
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError("share takes one workbook");
  if (options.output === undefined) throw new UsageError("say where the copy goes: -o FILE");
  const { workbook, session } = openWorkbook(file, command, dataset);
  const now = timeIn(options, dataset, session.standing);
  const { obstacles, conversions } = await withProgress(file, (job) => shareSaved(workbook, session, now, job));
  const texts = textsIn(language);
  if (obstacles[0]) throw new Refused(reasonFor(obstacles[0], texts));
  const bytes = workbook.bytes();
  writeWhole(targetOf(file, options.output, false), bytes, (written) => {
    if (Buffer.compare(written, bytes) !== 0) throw new Refused(texts.notVerified);
  });
  process.stderr.write(`${file}: ${texts.shared(conversions.length)}\n`);
  return 0;
}

function reasonFor(obstacle: ShareObstacle, texts: ReturnType<typeof textsIn>): string {
  const reason = texts.shareObstacles[obstacle.reason];
  if ("places" in obstacle) return `${reason}: ${obstacle.places.map(addressOf).slice(0, MOST_PLACES).join(", ")}`;
  return "sheets" in obstacle ? `${reason}: ${obstacle.sheets.join(", ")}` : reason;
}

/** More are not read. */
const MOST_PLACES = 10;
