/** Builds RichApi requests the way office.js does: paths instantiated in order, then the actions. */
import {
  ActionType,
  ObjectPathType,
  type Action,
  type ObjectPath,
  type RequestBody,
} from "../../../workbench/host/rich-api";

export class RequestBuilder {
  private readonly actions: Action[] = [];
  private readonly paths: Record<string, ObjectPath> = {};

  /** `last`: the last number of the request before, when this one continues its run. */
  constructor(private last = 0) {}

  global(): number {
    return this.path({ ObjectPathType: ObjectPathType.GlobalObject, Name: "" });
  }

  service(name: string): number {
    return this.path({ ObjectPathType: ObjectPathType.NewObject, Name: name });
  }

  reference(id: string): number {
    return this.path({ ObjectPathType: ObjectPathType.ReferenceId, Name: id });
  }

  property(parent: number, name: string): number {
    return this.path({ ObjectPathType: ObjectPathType.Property, Name: name, ParentObjectPathId: parent });
  }

  item(parent: number, key: unknown): number {
    return this.path({
      ObjectPathType: ObjectPathType.Indexer,
      Name: "",
      ParentObjectPathId: parent,
      ArgumentInfo: { Arguments: [key] },
    });
  }

  method(parent: number, name: string, ...args: unknown[]): number {
    return this.path({
      ObjectPathType: ObjectPathType.Method,
      Name: name,
      ParentObjectPathId: parent,
      ArgumentInfo: { Arguments: args },
    });
  }

  load(path: number, ...select: string[]): number {
    return this.action({ ActionType: ActionType.Query, Name: "", ObjectPathId: path, QueryInfo: { Select: select } });
  }

  set(path: number, name: string, value: unknown): number {
    return this.action({
      ActionType: ActionType.SetProperty,
      Name: name,
      ObjectPathId: path,
      ArgumentInfo: { Arguments: [value] },
    });
  }

  call(path: number, name: string, ...args: unknown[]): number {
    return this.action({
      ActionType: ActionType.Method,
      Name: name,
      ObjectPathId: path,
      ArgumentInfo: { Arguments: args },
    });
  }

  /** Calls a method whose only argument is another path's object. */
  callWith(path: number, name: string, argument: number): number {
    const ArgumentInfo = { Arguments: [argument], ReferencedObjectPathIds: [argument] };
    return this.action({ ActionType: ActionType.Method, Name: name, ObjectPathId: path, ArgumentInfo });
  }

  trace(): number {
    return this.action({ ActionType: ActionType.Trace, Name: "Trace", ObjectPathId: 0 });
  }

  build(): RequestBody {
    return { Actions: this.actions, ObjectPaths: this.paths };
  }

  private path(path: Omit<ObjectPath, "Id">): number {
    const Id = ++this.last;
    this.paths[Id] = { Id, ...path };
    this.action({ ActionType: ActionType.Instantiate, Name: "", ObjectPathId: Id });
    return Id;
  }

  private action(action: Omit<Action, "Id">): number {
    const Id = ++this.last;
    this.actions.push({ Id, ...action });
    return Id;
  }
}
