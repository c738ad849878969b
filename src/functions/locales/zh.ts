import { zhArguments } from "./zh-arguments";
import { zhExamples } from "./zh-examples";
import { zhFunctions } from "./zh-functions";

/** Chinese for every text of the definitions, by the English text. */
export const zh: Readonly<Record<string, string>> = { ...zhFunctions, ...zhArguments, ...zhExamples };
