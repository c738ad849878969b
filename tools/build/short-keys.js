/**
 * A loader for webpack: gives a list of translations by English texts, once TypeScript is JavaScript, short keys instead of
 * the texts. Fails where two texts have one key.
 */
const { runInNewContext } = require("node:vm");

const LIST = /^export const (\w+) = (\{[\s\S]*\});/m;

module.exports = function shortKeys(source) {
  const [, name, list] = LIST.exec(source) ?? [];
  if (!name) throw new Error("no list of translations");
  return `export const ${name} = ${JSON.stringify(withShortKeys(runInNewContext(`(${list})`)))};\n`;
};

function withShortKeys(texts) {
  const short = Object.fromEntries(Object.entries(texts).map(([text, said]) => [keyOf(text), said]));
  if (Object.keys(short).length !== Object.keys(texts).length) throw new Error("two texts have one short key");
  return short;
}

/** As `src/functions/locales/short-key`. */
function keyOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

module.exports.keyOf = keyOf;
