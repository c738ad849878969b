/** What went wrong between the add-in and the host, for tests and for people: nothing fails in silence. */
import { ApiNotFound, HostError } from "./host-error";

export interface LoggedError {
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

export class HostLog {
  /** Members, services and messages the add-in asked for that this host does not have, each once. */
  readonly apiNotFound: string[] = [];
  /** Every error answered, in order. */
  readonly errors: LoggedError[] = [];

  add(error: unknown, location: string): void {
    if (error instanceof ApiNotFound && !this.apiNotFound.includes(error.member)) this.apiNotFound.push(error.member);
    const message = error instanceof Error ? error.message : String(error);
    this.errors.push({ code: error instanceof HostError ? error.code : "GeneralException", message, location });
  }
}
