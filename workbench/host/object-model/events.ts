/**
 * Event registrations of the object model (`_RegisterDataChangedEvent` …) and the RichApi messages that carry events.
 * Only what the add-in registered for is sent.
 */
import { intersection, rectangleAddress } from "../a1";
import { wireName, type Method } from "../host-object";
import type { MessageEntry } from "../message-entry";
import type { Tables, WorkbookEvent } from "../workbook-model";

/** Message category of all object model events. */
const EVENT_CATEGORY = 65536;
/** Target of the events of collections of the workbook; those of a worksheet and of its tables have its id, those of a table the table's. */
export const EVENT_WORKBOOK_ID = "Workbook";

export enum EventType {
  Changed = 10,
  Activated = 11,
  Deactivated = 12,
  Added = 13,
  SelectionChanged = 14,
  Deleted = 15,
  Calculated = 16,
  TableSelectionChanged = 100,
  TableChanged = 101,
  TableAdded = 102,
  TableDeleted = 103,
}

/** Event types by the middle of the method that registers them: `_Register…Event`. */
type EventNames = Readonly<Record<string, EventType>>;

export const WORKSHEET_EVENTS: EventNames = {
  DataChanged: EventType.Changed,
  Activated: EventType.Activated,
  SelectionChanged: EventType.SelectionChanged,
  Calculated: EventType.Calculated,
};

export const WORKSHEETS_EVENTS: EventNames = {
  ...WORKSHEET_EVENTS,
  Added: EventType.Added,
  Deleted: EventType.Deleted,
};

export const TABLE_EVENTS: EventNames = { DataChanged: EventType.TableChanged };

export const TABLES_EVENTS: EventNames = {
  ...TABLE_EVENTS,
  Added: EventType.TableAdded,
  Deleted: EventType.TableDeleted,
};

/** An event on the wire, and whom it concerns. */
interface WireEvent {
  readonly type: EventType;
  readonly targets: readonly string[];
  readonly message: object;
}

export class EventRegistrations {
  private readonly registered = new Set<string>();

  constructor(private readonly tables: Tables) {}

  register(type: EventType, target: string): void {
    this.registered.add(`${type} ${target}`);
  }

  unregister(type: EventType, target: string): void {
    this.registered.delete(`${type} ${target}`);
  }

  /** The messages to send for an event. */
  messagesFor(event: WorkbookEvent): MessageEntry[] {
    return wireEvents(event, this.tables).flatMap(({ type, targets, message }) =>
      targets
        .filter((target) => this.registered.has(`${type} ${target}`))
        .map((target): MessageEntry => [EVENT_CATEGORY, type, target, JSON.stringify(message), 0]),
    );
  }
}

function wireEvents(event: WorkbookEvent, tables: Tables): WireEvent[] {
  switch (event.kind) {
    case "changed":
      return [onSheet(EventType.Changed, event.area.sheet, edited(event)), ...tableChanges(event, tables)];
    case "calculated":
      return [onSheet(EventType.Calculated, event.area.sheet, { address: rectangleAddress(event.area) })];
    case "selected":
      return [onSheet(EventType.SelectionChanged, event.area.sheet, { address: rectangleAddress(event.area) })];
    case "activated":
      return [onSheet(EventType.Activated, event.sheet, {})];
    case "added":
      return [onSheet(EventType.Added, event.sheet, { source: "Local" })];
    case "deleted":
      return [onSheet(EventType.Deleted, event.sheet, { source: "Local" })];
    case "tableAdded":
      return [onSheet(EventType.TableAdded, event.sheet, { tableId: event.table, source: "Local" })];
    case "tableDeleted":
      return [onSheet(EventType.TableDeleted, event.sheet, { tableId: event.table, source: "Local" })];
  }
}

type Changed = Extract<WorkbookEvent, { kind: "changed" }>;

const onSheet = (type: EventType, sheet: string, message: object): WireEvent => ({
  type,
  targets: [sheet, EVENT_WORKBOOK_ID],
  message: { worksheetId: sheet, ...message },
});

const edited = ({ area, change }: Changed): object => ({
  address: rectangleAddress(area),
  changeType: change,
  source: "Local",
});

/** One for every table that the change touches. */
function tableChanges(event: Changed, tables: Tables): WireEvent[] {
  const { sheet } = event.area;
  return tables
    .list()
    .filter(({ area }) => intersection(area, event.area))
    .map(({ id }) => ({
      type: EventType.TableChanged,
      targets: [id, sheet, EVENT_WORKBOOK_ID],
      message: { worksheetId: sheet, tableId: id, ...edited(event) },
    }));
}

/** The methods that register and unregister a class's events. `of` gives the registrations and the target. */
export function eventMethods<Self>(
  events: EventNames,
  of: (self: Self) => [registrations: EventRegistrations, target: string],
): Record<string, Method<Self>> {
  const methods: Record<string, Method<Self>> = {};
  for (const [name, type] of Object.entries(events))
    for (const act of ["register", "unregister"] as const)
      methods[`_${wireName(act)}${name}Event`] = (self) => {
        const [registrations, target] = of(self);
        registrations[act](type, target);
      };
  return methods;
}
