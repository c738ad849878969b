import { addressOf } from "../../../sheets/notation/place";
import type { ErrorReader } from "../../../sheets/share/errors";
import type { ShareObstacle } from "../../../sheets/share/plan";
import type { NumberStyle } from "../../context/number-style";
import type { ShareViewTexts } from "./texts";

/** More places or sheets than this nobody reads in a sentence. */
const MOST_WORDS = 8;

/** What stands in the way of sharing, and how to go on. */
export function obstacleText(texts: ShareViewTexts, numbers: NumberStyle, obstacle: ShareObstacle): string {
  const { obstacles } = texts;
  switch (obstacle.reason) {
    case "selection":
    case "nothing":
      return obstacles[obstacle.reason];
    case "protected":
      return obstacles.protected(firstOf(texts, numbers, obstacle.sheets));
    case "ownSheet":
      return obstacles.ownSheet[obstacle.refusal.reason]("sheet" in obstacle.refusal ? obstacle.refusal.sheet : "");
    default:
      return obstacles[obstacle.reason](firstOf(texts, numbers, obstacle.places.map(addressOf)));
  }
}

/** Why a cell keeps its error. */
export function readerText({ errorReaders }: ShareViewTexts, reader: ErrorReader): string {
  return errorReaders[reader.kind](reader.kind === "formula" ? addressOf(reader.place) : reader.name);
}

/** The first of some words, and how many more there are. */
export function firstOf(
  { more }: Pick<ShareViewTexts, "more">,
  numbers: NumberStyle,
  words: readonly string[],
): string {
  const shown = words.slice(0, MOST_WORDS).join(", ");
  return words.length > MOST_WORDS ? `${shown} ${more(numbers.count(words.length - MOST_WORDS))}` : shown;
}
