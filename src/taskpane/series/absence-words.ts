import type { Absence } from "../../dataset/records";
import type { PaneContext } from "../context";

/** Why there is no figure, as the data says it. */
export function absenceWords({ session, language, texts }: PaneContext, absence: Absence | undefined): string {
  return absence ? session.dataset.label("reasons", absence.reason, language) : texts.series.noFigures;
}
