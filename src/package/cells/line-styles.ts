import { attributesOf, tagsOf } from "../xml";
import type { RowSpan, SheetText } from "./sheet-text";

/** The format of a whole row. */
export function rowStyle(xml: string, { tag }: RowSpan): string | undefined {
  const { s, customFormat } = attributesOf(xml, tag);
  return customFormat === "1" || customFormat === "true" ? s : undefined;
}

/** The formats of whole columns. */
export class ColumnStyles {
  private readonly columns: readonly { readonly first: number; readonly last: number; readonly style: string }[];

  constructor({ xml, data }: SheetText) {
    this.columns = [...tagsOf(xml, 0, data.start)]
      .filter(({ name, kind }) => name === "col" && kind !== "close")
      .flatMap((tag) => {
        const { min = "", max = "", style } = attributesOf(xml, tag);
        return style === undefined ? [] : [{ first: Number(min) - 1, last: Number(max) - 1, style }];
      });
  }

  of(column: number): string | undefined {
    return this.columns.find(({ first, last }) => column >= first && column <= last)?.style;
  }
}
