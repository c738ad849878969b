/**
 * Runs RichApi requests: resolves object paths, performs the actions in order, stops at the first error as Excel does
 * (what was done before stays done), and makes one undo entry of what the requests of one `Excel.run` changed.
 */
import { ApiNotFound, HostError, invalidArgument, itemNotFound } from "./host-error";
import type { HostLog } from "./host-log";
import { isHostObject, memberName, type HostObject } from "./host-object";
import { answerQuery, identityOf, type Refuse } from "./query";
import { References } from "./references";
import {
  ActionType,
  ObjectPathType,
  aboutWorkbook,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
  type ResponseError,
} from "./rich-api";

export interface RequestEngineOptions {
  /** The global object: Excel's workbook. */
  readonly root: HostObject;
  /** Services by name (`Microsoft.AppRuntime.AppRuntimeService`). */
  readonly services: Readonly<Record<string, HostObject>>;
  readonly log: HostLog;
  /** Runs the actions so that what the requests of one run change is one undo entry. */
  readonly group: <T>(work: () => T, run: object) => T;
  /** Why a member (`Range.formulas`) is refused at this moment, if it is. */
  readonly refuse?: Refuse;
}

/** One request being run: each object path is resolved once, so that `add` adds once. */
class Run {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly request: RequestBody,
    private readonly options: RequestEngineOptions,
    private readonly references: References,
  ) {}

  perform(action: Action): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object && identityOf(object, this.references);
      case ActionType.Query:
        return object && answerQuery(object, action.QueryInfo ?? {}, this.refuse);
      case ActionType.Method:
        return object && this.plain(this.call(object, action.Name, this.args(action.ArgumentInfo)));
      case ActionType.SetProperty:
        if (!object) return null;
        this.assertUsable(object, action.Name, true);
        object.set(action.Name, this.args(action.ArgumentInfo)[0]);
        return null;
      default:
        throw new ApiNotFound(`Action type ${action.ActionType}`);
    }
  }

  /** Where an action happens, as Excel puts it in `errorLocation`. */
  location(action: Action): string {
    const path = this.request.ObjectPaths[action.ObjectPathId];
    const object = this.resolved.get(action.ObjectPathId);
    if (object) return action.Name ? memberName(object.className, action.Name) : object.className;
    const parent = path?.ParentObjectPathId === undefined ? null : this.resolved.get(path.ParentObjectPathId);
    return parent && path ? memberName(parent.className, path.Name || "getItem") : "";
  }

  private plain(value: unknown): unknown {
    if (isHostObject(value)) return identityOf(value, this.references);
    return value === undefined ? null : value;
  }

  private object(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[pathId];
    if (!path) throw invalidArgument(`The request has no object path ${pathId}.`);
    const object = this.resolve(path);
    this.resolved.set(pathId, object);
    return object;
  }

  private resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case ObjectPathType.GlobalObject:
        return this.options.root;
      case ObjectPathType.NewObject:
        return this.service(path.Name);
      case ObjectPathType.ReferenceId:
        return this.references.get(path.Name);
      case ObjectPathType.NullObject:
        return null;
    }
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const found = this.step(parent, path);
    if (found === null || isHostObject(found)) return found;
    throw itemNotFound();
  }

  private step(parent: HostObject, path: ObjectPath): unknown {
    const args = this.args(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case ObjectPathType.Method:
        return this.call(parent, path.Name, args);
      case ObjectPathType.Property:
        this.assertUsable(parent, path.Name);
        return parent.get(path.Name);
      case ObjectPathType.Indexer:
        return parent.item(args[0]);
      default:
        throw new ApiNotFound(`Object path type ${path.ObjectPathType}`);
    }
  }

  private call(object: HostObject, method: string, args: readonly unknown[]): unknown {
    if (method === "_KeepReference") return this.references.keep(object);
    if (object === this.options.root) {
      if (method === "_RemoveReference") return this.references.remove(String(args[0]));
      if (method === "_RemoveAllReferences") return this.references.removeAll();
      if (method === "_GetReferenceCount") return this.references.count;
    }
    this.assertUsable(object, method, true);
    return object.call(method, args);
  }

  private get refuse(): Refuse {
    return this.options.refuse ?? (() => undefined);
  }

  private assertUsable(object: HostObject, name: string, acts = false): void {
    const refusal = this.refuse(memberName(object.className, name), acts);
    if (refusal) throw refusal;
  }

  /** Arguments with the objects they name put in place; a list may name several. */
  private args(info: ArgumentInfo | undefined): unknown[] {
    const place = (value: unknown, pathId: unknown): unknown => {
      if (Array.isArray(pathId) && Array.isArray(value)) return value.map((each, i) => place(each, pathId[i]));
      return typeof pathId === "number" && pathId > 0 ? this.object(pathId) : value;
    };
    return (info?.Arguments ?? []).map((value, i) => place(value, info?.ReferencedObjectPathIds?.[i]));
  }

  private service(name: string): HostObject {
    const service = this.options.services[name];
    if (!service) throw new ApiNotFound(name);
    return service;
  }
}

/** An `Excel.run` of the add-in: the last number it used, and the references it was given. */
interface ClientRun {
  last: number;
  readonly references: Set<string>;
}

/** How many are remembered: more are never under way at once. */
const RUNS = 8;

export class RequestEngine {
  private readonly references = new References();
  /** One for each `Excel.run`, the newest last; several may be under way, each with numbers of its own. */
  private readonly runs: ClientRun[] = [];

  constructor(private readonly options: RequestEngineOptions) {}

  execute(request: RequestBody): ResponseBody {
    if (!aboutWorkbook(request)) return this.perform(request);
    const run = this.runOf(request);
    const response = this.options.group(() => this.perform(request), run);
    for (const { Value } of response.Results) {
      const id = (Value as { _ReferenceId?: unknown } | null | undefined)?._ReferenceId;
      if (typeof id === "string") run.references.add(id);
    }
    return response;
  }

  /**
   * A request names no run. Its references tell, which the run was given that has them; and its numbers: the client counts
   * actions upwards within a run and begins anew with the next.
   */
  private runOf({ Actions, ObjectPaths }: RequestBody): ClientRun {
    const numbers = Actions.map(({ Id }) => Id);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const used = Object.values(ObjectPaths).flatMap(({ ObjectPathType: type, Name }) =>
      type === ObjectPathType.ReferenceId ? [Name] : [],
    );
    const earlier = this.runs.filter((each) => each.last < first);
    const owners = earlier.filter(({ references }) => used.some((id) => references.has(id)));
    const before = (owners.length > 0 ? owners : earlier).reduce<ClientRun | undefined>(
      (found, each) => (found && found.last > each.last ? found : each),
      undefined,
    );
    if (before) return Object.assign(before, { last });
    const run: ClientRun = { last, references: new Set() };
    this.runs.push(run);
    if (this.runs.length > RUNS) this.runs.shift();
    return run;
  }

  private perform(request: RequestBody): ResponseBody {
    const run = new Run(request, this.options, this.references);
    const response: { Results: ResponseBody["Results"]; TraceIds: number[]; Error?: ResponseError } = {
      Results: [],
      TraceIds: [],
    };
    for (const [index, action] of request.Actions.entries()) {
      try {
        response.Results.push({ ActionId: action.Id, Value: run.perform(action) });
      } catch (error) {
        response.Error = this.failure(error, run.location(action), index);
        break;
      }
      // The client attaches event handlers only when the trace after their registration came back both ways.
      if (action.ActionType === ActionType.Trace) response.TraceIds.push(action.Id);
    }
    return response;
  }

  private failure(error: unknown, location: string, index: number): ResponseError {
    this.options.log.add(error, location);
    const known = error instanceof HostError ? error : new HostError("GeneralException", String(error), 500);
    return {
      Code: known.code,
      Message: known.message,
      Location: location,
      HttpStatusCode: known.httpStatusCode,
      ActionIndex: index,
    };
  }
}
