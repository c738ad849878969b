/** The RichApi words of the wire: what office.js posts to `ProcessQuery` and what it expects back. */

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
}

export enum ObjectPathType {
  GlobalObject = 1,
  NewObject = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  ReferenceId = 6,
  NullObject = 7,
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument the id of the object path it stands for, or 0 for a plain value. */
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

/** Which properties a load asks for: `values`, `format/font/bold`, `*`. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Whether a request concerns the workbook, and not a service beside it, which the client makes as a new object. */
export const aboutWorkbook = ({ ObjectPaths }: RequestBody): boolean =>
  !Object.values(ObjectPaths).some((path) => path.ObjectPathType === ObjectPathType.NewObject);

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  /** Position of the failed action in the request; the client makes its debug statement from it. */
  readonly ActionIndex: number;
}

export interface ResponseBody {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  readonly Error?: ResponseError;
}
