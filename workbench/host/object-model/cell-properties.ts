/** `Range.getCellProperties` and `setCellProperties`: the looks of many cells at once, each with its own. */
import { invalidArgument } from "../host-error";
import { isHostObject, type HostObject, type Method } from "../host-object";
import type { RangeState } from "./object-model";

type Tree = Readonly<Record<string, unknown>>;

const EDGES: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
};

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** A part by its name in what an add-in passes; the edges of a cell have short ones there. */
function part(object: HostObject, name: string): HostObject {
  const edge = EDGES[name];
  const found = edge ? object.item(edge) : object.get(wireName(name));
  if (!isHostObject(found)) throw invalidArgument();
  return found;
}

const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function read(object: HostObject, asked: Tree): Tree {
  return Object.fromEntries(
    Object.entries(asked).map(([name, what]) => {
      if (!isTree(what)) return [name, object.get(wireName(name))];
      const isOfEdges = name === "borders";
      const wanted = isOfEdges ? Object.fromEntries(Object.keys(EDGES).map((edge) => [edge, what])) : what;
      return [name, read(part(object, name), wanted)];
    }),
  );
}

function write(object: HostObject, looks: Tree): void {
  for (const [name, look] of Object.entries(looks))
    if (isTree(look)) write(part(object, name), look);
    else if (object.get(wireName(name)) !== look) object.set(wireName(name), look);
}

/** `cellAt`: one cell of a range. */
export const cellProperties = (
  cellAt: (range: RangeState, row: number, column: number) => HostObject,
): Readonly<Record<string, Method<RangeState>>> => ({
  GetCellProperties: (range, asked) => {
    if (!isTree(asked)) throw invalidArgument();
    return Array.from({ length: range.area.rowCount }, (_, row) =>
      Array.from({ length: range.area.columnCount }, (__, column) => read(cellAt(range, row, column), asked)),
    );
  },
  SetCellProperties: (range, looks) => {
    const { rowCount, columnCount } = range.area;
    if (!Array.isArray(looks) || looks.length !== rowCount) throw invalidArgument();
    looks.forEach((line: unknown, row) => {
      if (!Array.isArray(line) || line.length !== columnCount) throw invalidArgument();
      line.forEach((look: unknown, column) => {
        if (!isTree(look)) throw invalidArgument();
        write(cellAt(range, row, column), look);
      });
    });
  },
});
