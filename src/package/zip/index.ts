export { Archive } from "./archive";
