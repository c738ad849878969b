import type { Series } from "../../dataset/records";
import type { Found, Hit, QuestionHit, SearchHit } from "./ranking/search-hit";
import { questionOf } from "./ranking/search-rank";

/**
 * What is found as rows to show: series that are one question in several forms as one row, and everything else among
 * them by rank.
 * @param hits of what was found, those to show: all of them, or those that filters leave.
 */
export function rowsOf({ others, hits: all }: Pick<Found, "others" | "hits">, hits: readonly SearchHit[] = all): Hit[] {
  const questions = new Map<string, { best: SearchHit; variants: Series[] }>();
  for (const hit of hits) {
    const key = questionOf(hit.series);
    const question = questions.get(key);
    if (question) question.variants.push(hit.series);
    else questions.set(key, { best: hit, variants: [] });
  }
  const rows = [...questions.values()].map((question): QuestionHit => ({
    kind: "question",
    ...question,
    score: question.best.score,
  }));
  // Both are in order already, and a stable sort keeps equals so.
  return others.length === 0 ? rows : [...others, ...rows].sort((a, b) => b.score - a.score);
}
