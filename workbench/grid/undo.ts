/** Univer's undo stack, shared by the person and the add-in: what a request changes is one entry. */
import { type IMutationInfo, type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";

export class GridUndo extends LocalUndoRedoService {
  private open: IUndoRedoItem[] | null = null;
  /** The newest entry that belongs to something, and to what. */
  private last: { readonly of: object; readonly item: IUndoRedoItem } | null = null;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.open) this.open.push(item);
    else super.pushUndoRedo(item);
  }

  /** See `Undo.group`. */
  group<T>(unit: string, work: () => T, of?: object): T {
    if (this.open) return work();
    const parts: IUndoRedoItem[] = [];
    this.open = parts;
    try {
      return work();
    } finally {
      this.open = null;
      if (parts.length > 0) this.close(unit, parts, of);
    }
  }

  depth(unit: string): number {
    return this._getUndoStack(unit)?.length ?? 0;
  }

  private close(unit: string, parts: readonly IUndoRedoItem[], of?: object): void {
    const stack = this._getUndoStack(unit, true);
    const goesOn = of !== undefined && this.last?.of === of && stack.at(-1) === this.last.item;
    const item = merged(unit, goesOn ? [stack.pop()!, ...parts] : parts);
    this.last = of ? { of, item } : null;
    super.pushUndoRedo(item);
  }
}

/** One entry of several: done again in their order, taken back in the opposite one. */
function merged(unit: string, items: readonly IUndoRedoItem[]): IUndoRedoItem {
  const mutations = (part: "redoMutations" | "undoMutations", from: readonly IUndoRedoItem[]): IMutationInfo[] =>
    from.flatMap((item) => item[part]);
  return {
    unitID: unit,
    redoMutations: mutations("redoMutations", items),
    undoMutations: mutations("undoMutations", [...items].reverse()),
  };
}
