export { entryOf, GENERAL, plainOf, type Content, type Write } from "./content";
export { replaceCells } from "./replace";
export { settledValues } from "./settled";
