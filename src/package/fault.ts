/** Why a file is not taken: each kind has its sentence with whoever shows it. */
export type FaultKind =
  | "not-a-workbook"
  | "old-format"
  | "binary-format"
  | "encrypted"
  | "strict"
  | "signed"
  | "damaged"
  | "doctype"
  | "encoding"
  | "too-large"
  | "unreadable";

/** A file that cannot be read, or cannot be written back without hurting it. */
export class PackageFault extends Error {
  /** @param detail what exactly, such as the part of the file; for people, after the sentence of the kind */
  constructor(
    readonly kind: FaultKind,
    readonly detail: string = "",
  ) {
    super(detail === "" ? kind : `${kind}: ${detail}`);
    this.name = "PackageFault";
  }
}
