export { ensureBrowser } from "./ensure";
export { findBrowser } from "./find";
export { launch } from "./launch";
