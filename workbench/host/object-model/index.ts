/** Puts the classes of the object model together over a workbook. */
import { ENGLISH, type HostLocale } from "../host-locale";
import type { HostObject } from "../host-object";
import type { Workbook } from "../workbook-model";
import { EventRegistrations } from "./events";
import { namedItem, names } from "./names";
import type { ObjectModel } from "./object-model";
import { range } from "./range";
import { table, tables } from "./tables";
import { workbookObject } from "./workbook";
import { worksheet } from "./worksheet";

/** `root` is the global object of requests; `events` knows what the add-in listens to. */
export function createObjectModel(
  workbook: Workbook,
  locale: HostLocale = ENGLISH,
): { readonly root: HostObject; readonly events: EventRegistrations } {
  const model: ObjectModel = {
    workbook,
    events: new EventRegistrations(workbook.tables),
    locale,
    range: (area) => range(model, area),
    worksheet: (id) => worksheet(model, id),
    table: (id) => table(model, id),
    namedItem: (name) => namedItem(model, name),
    names: (scope) => names(model, scope),
    tables: (sheet) => tables(model, sheet),
  };
  return { root: workbookObject(model), events: model.events };
}
