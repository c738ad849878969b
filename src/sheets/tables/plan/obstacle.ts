/** Why a table cannot be written anew. The texts are in `../texts`. */
export type Obstacle =
  /** The sheet is protected. */
  | { readonly kind: "protected" }
  /** Somebody changed its rows or columns so that nobody can tell which is which. */
  | { readonly kind: "reshaped" }
  /** Too few free cells below or beside. */
  | { readonly kind: "noRoom"; readonly rows: number; readonly columns: number }
  /** Its rows change their order, and own columns stand beside. */
  | { readonly kind: "reordered" }
  /** A row goes beside which somebody wrote something. */
  | { readonly kind: "ownContent"; readonly row: string }
  /** The table cannot be built as of then. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Somebody changes it at the same time. */
  | { readonly kind: "changed" }
  /** Another Orebook writes in the workbook all the time. */
  | { readonly kind: "claimed" }
  /** Excel refused. */
  | { readonly kind: "fault"; readonly detail: string };
