import type { Absence } from "../../dataset/records";
import type { PaneContext } from "../context";
import type { Gap } from "../points";

/** Why there is no figure, as the data says it. */
export function absenceWords({ session, language, texts }: PaneContext, absence: Absence | undefined): string {
  return absence ? session.dataset.label("reasons", absence.reason, language) : texts.series.noFigures;
}

/** The periods of a gap: `2025`, `2021 – 2024`. */
export function gapPeriods({ from, to }: Gap): string {
  return from === to ? from : `${from} – ${to}`;
}
