/** The errors Excel answers a request with, by Excel's own codes. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatusCode: number,
  ) {
    super(message);
  }
}

/** `member` is not implemented here, whether or not Excel has it: tests must see its name. */
export class ApiNotFound extends HostError {
  constructor(readonly member: string) {
    super("ApiNotFound", `${member} is not implemented by this workbench`, 404);
  }
}

export const invalidArgument = (
  message = "The argument is invalid or missing or has an incorrect format.",
): HostError => new HostError("InvalidArgument", message, 400);

export const wrongShape = (): HostError =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export const itemNotFound = (): HostError =>
  new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);

/** What was looked for, which must be there. */
export function found<T>(item: T | null | undefined, failure = itemNotFound): T {
  if (item === null || item === undefined) throw failure();
  return item;
}

export const itemAlreadyExists = (): HostError =>
  new HostError("ItemAlreadyExists", "The resource being created already exists.", 409);

export const accessDenied = (): HostError =>
  new HostError("AccessDenied", "You can't perform the requested operation.", 403);

export const invalidReference = (): HostError =>
  new HostError("InvalidReference", "This reference is not valid for the current operation.", 400);

export const insertDeleteConflict = (): HostError =>
  new HostError("InsertDeleteConflict", "A table does not allow cells to be inserted or deleted here.", 409);

export const mergedRangeConflict = (): HostError =>
  new HostError("MergedRangeConflict", "Merged cells or a table stand in the way.", 409);

export const nonBlankCellOffSheet = (): HostError =>
  new HostError("NonBlankCellOffSheet", "Cells in use cannot be pushed off the end of the worksheet.", 400);
