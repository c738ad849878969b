export { ensureBrowser, ensureChineseFont } from "./ensure";
export { findBrowser } from "./find";
export { launch } from "./launch";
