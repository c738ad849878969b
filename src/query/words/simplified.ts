import type { Dataset } from "../../dataset/dataset";
import { ASCII } from "./normalise";
import { rememberingOf } from "../../dataset/remembering";

const HAN = /\p{Script=Han}/gu;

/**
 * Writes a text in the simplified characters that the data has its Chinese words in, one for one: 銅 as 铜. Only characters
 * that occur in those words are known (`codes/characters`); the place of every character stays.
 */
export const simplifier = rememberingOf((dataset: Dataset): ((text: string) => string) => {
  const known = new Map(dataset.rows("codes/characters").map((row) => [row["traditional"]!, row["simplified"]!]));
  return (text) => (ASCII.test(text) ? text : text.replace(HAN, (character) => known.get(character) ?? character));
});
