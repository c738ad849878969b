export { rewrite as edited, type Replacement as Edit } from "../../sheets/formula";
export * from "./order";
export * from "./tags";
export * from "./text";
