import { viewAt, type View } from "../../dataset/view";
import type { Session } from "../../functions";
import type { Standing } from "../../query/as-of";

/** The dataset as a workbook or a table stands; of a data release that this data does not reach, the newest there is. */
export function viewOf({ dataset, standing }: Session, at: Standing = standing): View {
  const isKnown = at.release === undefined || dataset.answering(at.release) >= 0;
  return viewAt(dataset, isKnown ? at : { day: at.day });
}
