/** Defined names, in Univer. */
import { type IDefinedNamesServiceParam, IDefinedNamesService } from "@univerjs/engine-formula";
import {
  InsertDefinedNameCommand,
  RemoveDefinedNameCommand,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetDefinedNameCommand,
} from "@univerjs/sheets";
import { parseRectangle, quoteSheetName, rectangleAddress, splitSheet, type Area } from "../host/a1";
import { newGuid } from "../host/assembled";
import type { DefinedName, Names } from "../host/workbook-model";
import type { Grid } from "./grid";

export class GridNames implements Names {
  constructor(private readonly grid: Grid) {}

  list(): readonly DefinedName[] {
    return this.all().map((param) => this.fromUniver(param));
  }

  get(name: string, scope: string | null): DefinedName | undefined {
    const found = this.find(name, scope);
    return found && this.fromUniver(found);
  }

  set({ name, scope, refersTo, comment, visible }: DefinedName): void {
    const known = this.find(name, scope);
    const param = {
      unitId: this.grid.unit,
      id: known?.id ?? newGuid(),
      name,
      comment,
      hidden: !visible,
      localSheetId: scope ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      formulaOrRefString: this.written(refersTo),
    };
    this.grid.run(known ? SetDefinedNameCommand.id : InsertDefinedNameCommand.id, param);
  }

  remove(name: string, scope: string | null): void {
    const known = this.find(name, scope);
    if (known) this.grid.run(RemoveDefinedNameCommand.id, { unitId: this.grid.unit, ...known });
  }

  private all(): IDefinedNamesServiceParam[] {
    return Object.values(this.grid.injector.get(IDefinedNamesService).getDefinedNameMap(this.grid.unit) ?? {});
  }

  private find(name: string, scope: string | null): IDefinedNamesServiceParam | undefined {
    return this.all().find((param) => param.name.toLowerCase() === name.toLowerCase() && scopeOf(param) === scope);
  }

  private fromUniver(param: IDefinedNamesServiceParam): DefinedName {
    const text = param.formulaOrRefString;
    return {
      name: param.name,
      scope: scopeOf(param),
      refersTo: this.area(text) ?? (text.startsWith("=") ? text : `=${text}`),
      comment: param.comment ?? "",
      visible: param.hidden !== true,
    };
  }

  private area(text: string): Area | null {
    const { sheet: name, rest } = splitSheet(text.replace(/^=/, ""));
    const sheet = name === undefined ? undefined : this.grid.book.getSheetBySheetName(name)?.getSheetId();
    const rectangle = parseRectangle(rest);
    return sheet && rectangle ? { sheet, ...rectangle } : null;
  }

  /** Univer writes cells without an equals sign and other formulas with one. */
  private written(refersTo: Area | string): string {
    if (typeof refersTo === "string") return refersTo.startsWith("=") ? refersTo : `=${refersTo}`;
    return `${quoteSheetName(this.grid.sheet(refersTo.sheet).getName())}!${rectangleAddress(refersTo, true)}`;
  }
}

const scopeOf = ({ localSheetId }: IDefinedNamesServiceParam): string | null =>
  !localSheetId || localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : localSheetId;
