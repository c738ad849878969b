import { overlayOf } from "../../dataset/overlay";
import type { ReleaseRefusal } from "../refusal";
import { en } from "./en";
import type { ReleaseTexts } from "./texts";
import { zh } from "./zh";

const LANGUAGES = { en, zh } as const satisfies Record<string, ReleaseTexts>;

/** Why a release was refused and which one stays, in words. */
export function refusalText({ kind, data }: ReleaseRefusal, current: string, language: keyof typeof LANGUAGES): string {
  const { refusals, stays }: ReleaseTexts = LANGUAGES[language];
  const reason = (refusals[kind] as (data: unknown) => string)(data);
  return language === "zh" ? reason + stays(current) : `${reason} ${stays(current)}`;
}

/** Why a workbook on a release that is not here cannot be answered for. */
export function neededText(release: string, newest: string, language: keyof typeof LANGUAGES): string {
  return LANGUAGES[language].needed(release, newest);
}

/** Why a workbook on an organisation's release that is not here stays where it is. */
export function lackingText(release: string, address: string | undefined, language: keyof typeof LANGUAGES): string {
  return LANGUAGES[language].lacking(release, overlayOf(release)?.overlay ?? "", address ?? "");
}
