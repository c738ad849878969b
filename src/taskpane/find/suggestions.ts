import type { Session } from "../../functions";
import { nearest } from "../../query/nearest";
import type { Language } from "../../query/describe";

/** Lists whose words people search by. */
const LISTS = ["items", "indicators", "areas", "bases"];

/** The words of the data nearest to a search that found nothing, as searches to offer. */
export function nearestSearches({ dataset }: Session, text: string, language: Language): string[] {
  const candidates = LISTS.flatMap((list) =>
    [...dataset.codes(list).values()].flatMap((code) => {
      const shown = dataset.label(list, code.id, language);
      return [code.label, code.label_zh, ...code.aliases].map((word): readonly [string, string] => [word, shown]);
    }),
  );
  return nearest(text, candidates);
}
