/** What the classes around a table share. */
import { intersection, type Area } from "../a1";
import { invalidArgument, itemNotFound } from "../host-error";
import { isHostObject } from "../host-object";
import type { Table } from "../workbook-model";
import { areaFrom, asText, assertWritable, type ObjectModel } from "./object-model";
import { RANGE } from "./range";

export interface TableState {
  readonly model: ObjectModel;
  readonly id: string;
}

export function tableOf({ model, id }: TableState): Table {
  const table = model.workbook.tables.get(id);
  if (!table) throw itemNotFound();
  return table;
}

/** The rows between header and totals. */
export function bodyArea({ area, showHeaders, showTotals }: Table): Area {
  return {
    ...area,
    row: area.row + Number(showHeaders),
    rowCount: area.rowCount - Number(showHeaders) - Number(showTotals),
  };
}

export function headerArea(table: Table): Area {
  if (!table.showHeaders) throw itemNotFound();
  return { ...table.area, rowCount: 1 };
}

/** A range object or an address, on `sheet` unless the address names another. */
export function areaArgument(model: ObjectModel, value: unknown, sheet: string | null): Area {
  const area = isHostObject(value) ? value.as(RANGE)?.area : areaFrom(model, asText(value), sheet);
  if (!area) throw invalidArgument();
  return area;
}

/** Tables never overlap. */
export function assertNoTable(model: ObjectModel, area: Area, own?: string): void {
  assertWritable(model, area);
  if (model.workbook.tables.list().some((table) => table.id !== own && intersection(table.area, area)))
    throw invalidArgument();
}
