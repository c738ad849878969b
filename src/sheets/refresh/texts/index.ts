import type { Language } from "../../../query/describe";
import type { Obstacle } from "../../tables/plan/obstacle";
import { en, type RefreshTexts } from "./en";
import { zh } from "./zh";

export type { RefreshTexts } from "./en";

export function refreshTexts(language: Language): RefreshTexts {
  return { en, zh }[language];
}

/** Why a table stays as it is, in words. */
export function obstacleText(obstacle: Obstacle, language: Language): string {
  return (refreshTexts(language).obstacles[obstacle.kind] as (given: Obstacle) => string)(obstacle);
}
