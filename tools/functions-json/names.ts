const ID = /^[A-Za-z][A-Za-z0-9_.]{2,127}$/;
const CELL_ADDRESS = /^[A-Z]{1,3}[1-9]\d{0,6}$|^R(\d+)?C(\d+)?$/i;

/**
 * Everything wrong with the names of functions. Excel takes a letter first, 3 to 128 letters, digits, underscores and
 * dots, and no cell address; in a saved workbook a dot becomes an underscore, so two names may not differ in that alone.
 */
export function nameFaults(names: readonly string[]): string[] {
  const shape = names
    .filter((name) => !ID.test(name))
    .map((name) => `${name}: a letter first, then letters, digits, "_" and ".", 3 to 128 in all`);
  const addresses = names.filter((name) => CELL_ADDRESS.test(name)).map((name) => `${name}: is a cell address`);
  const saved = new Map<string, string>();
  const clashes = names.flatMap((name) => {
    const key = name.replaceAll(".", "_").toUpperCase();
    const other = saved.get(key);
    saved.set(key, name);
    return other === undefined ? [] : [`${name}: is saved in a workbook under the same name as ${other}`];
  });
  return [...shape, ...addresses, ...clashes];
}
