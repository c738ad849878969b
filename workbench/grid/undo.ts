/** Univer's undo stack, shared by the person and the add-in: what a request changes is one entry. */
import type { IMutationInfo, IUndoRedoItem } from "@univerjs/core";
import { LocalUndoRedoService } from "@univerjs/core";

export class GridUndo extends LocalUndoRedoService {
  private open: IUndoRedoItem[] | null = null;
  /** The entry that a further group may join. */
  private last: IUndoRedoItem | null = null;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.open) this.open.push(item);
    else super.pushUndoRedo(item);
  }

  /** See `Undo.group`. */
  group<T>(unit: string, work: () => T, joins: boolean): T {
    if (this.open) return work();
    if (!joins) this.last = null;
    const parts: IUndoRedoItem[] = [];
    this.open = parts;
    try {
      return work();
    } finally {
      this.open = null;
      if (parts.length > 0) this.close(unit, parts);
    }
  }

  depth(unit: string): number {
    return this._getUndoStack(unit)?.length ?? 0;
  }

  private close(unit: string, parts: readonly IUndoRedoItem[]): void {
    const stack = this._getUndoStack(unit, true);
    const all = this.last !== null && stack.at(-1) === this.last ? [stack.pop()!, ...parts] : parts;
    this.last = merged(unit, all);
    super.pushUndoRedo(this.last);
  }
}

/** One entry of several: done again in their order, taken back in the opposite one. */
function merged(unit: string, items: readonly IUndoRedoItem[]): IUndoRedoItem {
  const mutations = (part: "redoMutations" | "undoMutations", from: readonly IUndoRedoItem[]): IMutationInfo[] => from.flatMap((item) => item[part]);
  return { unitID: unit, redoMutations: mutations("redoMutations", items), undoMutations: mutations("undoMutations", [...items].reverse()) };
}
