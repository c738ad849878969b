import { isMissing } from "../../query/words/missing";
import { normalise } from "../../query/words/normalise";
import { Refusal } from "../../query/refusal";
import type { EnumList, Given } from "../definition";
import type { Session } from "../session";

/** As long as a text in a formula may be: a longer one comes from a cell with prose in it. */
export const LONGEST_ARGUMENT = 255;

/** Why a value can mean nothing whatever the argument, or undefined. `offers` is what the argument takes. */
export function unreadable(given: Given, argument: string, session: Session, offers?: EnumList): Refusal | undefined {
  if (typeof given !== "string") return undefined;
  if (given.length > LONGEST_ARGUMENT)
    return new Refusal("tooLong", { argument, length: given.length, most: LONGEST_ARGUMENT });
  if (!isMissing(given)) return undefined;
  const meant = offers === "countries" ? areaCalled(given, session) : undefined;
  return new Refusal("missingData", { argument, word: given.trim(), ...(meant && { meant }) });
}

/** The area whose short code a marker of missing data is: `NA` is that of Namibia. */
function areaCalled(marker: string, { dataset }: Session): { area: string; code: string } | undefined {
  const wanted = normalise(marker);
  const isCalled = (alpha2: unknown) => wanted !== "" && normalise(String(alpha2 ?? "")) === wanted;
  const area = [...dataset.codes("areas").values()].find((code) => isCalled(code["alpha2"]));
  return area && { area: area.id, code: String(area["alpha3"]) };
}
