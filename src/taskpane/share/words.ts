import { addressOf, type Place } from "../../workbook";
import type { ShareObstacle } from "../../workbook/share";
import type { NumberStyle } from "../figures";
import type { ShareViewTexts } from "./texts";

/** More places than this nobody reads. */
const MOST_PLACES = 8;

/** What stands in the way of sharing, and how to go on. */
export function obstacleText({ obstacles, more }: ShareViewTexts, numbers: NumberStyle, obstacle: ShareObstacle): string {
  switch (obstacle.reason) {
    case "selection":
    case "nothing":
      return obstacles[obstacle.reason];
    case "protected":
      return obstacles.protected(obstacle.sheets.join(", "));
    case "ownSheet":
      return obstacles.ownSheet[obstacle.refusal.reason]("sheet" in obstacle.refusal ? obstacle.refusal.sheet : "");
    default:
      return obstacles[obstacle.reason](placesText(more, numbers, obstacle.places));
  }
}

function placesText(more: ShareViewTexts["more"], numbers: NumberStyle, places: readonly Place[]): string {
  const shown = places.slice(0, MOST_PLACES).map(addressOf);
  return places.length > shown.length ? `${shown.join(", ")} ${more(numbers.count(places.length - shown.length))}` : shown.join(", ");
}
