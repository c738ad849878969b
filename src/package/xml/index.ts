export { rewrite as edited, type Replacement as Edit } from "../../sheets/formula";
export {
  appended,
  childrenOf,
  counted,
  elementsIn,
  inserted,
  partWritten,
  placeOf,
  prefixOf,
  replaced,
  retagged,
  rootOf,
  tagWith,
} from "./order";
export {
  attribute,
  attributesOf,
  attributeSpans,
  elements,
  endOf,
  skip,
  tagsOf,
  textIn,
  type Element,
  type Tag,
} from "./tags";
export { decode, encode, escapeCellText, escapeXml, unescapeCellText, unescapeXml } from "./text";
