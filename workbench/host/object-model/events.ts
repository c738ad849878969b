/**
 * Event registrations of the object model (`_RegisterDataChangedEvent` …) and the RichApi messages that carry events.
 * Only what the add-in registered for is sent.
 */
import { rectangleAddress } from "../a1";
import type { Method } from "../host-object";
import type { MessageEntry } from "../message-entry";
import type { WorkbookEvent } from "../workbook-model";

/** Message category of all object model events. */
const EVENT_CATEGORY = 65536;
/** Target of the events of collections; those of a worksheet have its id. */
export const EVENT_WORKBOOK_ID = "Workbook";

export enum EventType {
  Changed = 10,
  Activated = 11,
  Deactivated = 12,
  Added = 13,
  SelectionChanged = 14,
  Deleted = 15,
  Calculated = 16,
}

/** Event types by the middle of the method that registers them: `_Register…Event`. */
type EventNames = Readonly<Record<string, EventType>>;

export const WORKSHEET_EVENTS: EventNames = {
  DataChanged: EventType.Changed,
  Activated: EventType.Activated,
  SelectionChanged: EventType.SelectionChanged,
  Calculated: EventType.Calculated,
};

export const WORKSHEETS_EVENTS: EventNames = { ...WORKSHEET_EVENTS, Added: EventType.Added, Deleted: EventType.Deleted };

export class EventRegistrations {
  private readonly registered = new Set<string>();

  register(type: EventType, target: string): void {
    this.registered.add(`${type} ${target}`);
  }

  unregister(type: EventType, target: string): void {
    this.registered.delete(`${type} ${target}`);
  }

  /** The messages to send for an event: one for the sheet it happened on, one for the collection. */
  messagesFor(event: WorkbookEvent): MessageEntry[] {
    const [type, sheet, message] = wireEvent(event);
    return [sheet, EVENT_WORKBOOK_ID]
      .filter((target) => this.registered.has(`${type} ${target}`))
      .map((target) => [EVENT_CATEGORY, type, target, JSON.stringify(message), 0]);
  }
}

function wireEvent(event: WorkbookEvent): [type: EventType, sheet: string, message: object] {
  switch (event.kind) {
    case "changed":
      return [EventType.Changed, event.area.sheet, {
        worksheetId: event.area.sheet, address: rectangleAddress(event.area), changeType: "RangeEdited", source: "Local",
      }];
    case "calculated":
      return [EventType.Calculated, event.area.sheet, { worksheetId: event.area.sheet, address: rectangleAddress(event.area) }];
    case "selected":
      return [EventType.SelectionChanged, event.area.sheet, { worksheetId: event.area.sheet, address: rectangleAddress(event.area) }];
    case "activated":
      return [EventType.Activated, event.sheet, { worksheetId: event.sheet }];
    case "added":
      return [EventType.Added, event.sheet, { worksheetId: event.sheet, source: "Local" }];
    case "deleted":
      return [EventType.Deleted, event.sheet, { worksheetId: event.sheet, source: "Local" }];
  }
}

/** The methods that register and unregister a class's events. `of` gives the registrations and the target. */
export function eventMethods<Self>(
  events: EventNames,
  of: (self: Self) => [registrations: EventRegistrations, target: string],
): Record<string, Method<Self>> {
  const methods: Record<string, Method<Self>> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = (self) => {
      const [registrations, target] = of(self);
      registrations.register(type, target);
    };
    methods[`_Unregister${name}Event`] = (self) => {
      const [registrations, target] = of(self);
      registrations.unregister(type, target);
    };
  }
  return methods;
}
