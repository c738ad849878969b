/** Objects the client keeps between requests: `_ReferenceId`, `_KeepReference`, `_RemoveReference`. */
import { found, invalidReference } from "./host-error";
import type { HostObject } from "./host-object";

export class References {
  private readonly ids = new WeakMap<HostObject, string>();
  private readonly kept = new Map<string, HostObject>();
  private last = 0;

  /** The object's reference id, given on first asking; it leads back to the object only while kept. */
  idOf(object: HostObject): string {
    const id = this.ids.get(object) ?? `ref${++this.last}`;
    this.ids.set(object, id);
    return id;
  }

  keep(object: HostObject): void {
    this.kept.set(this.idOf(object), object);
  }

  get(id: string): HostObject {
    return found(this.kept.get(id), invalidReference);
  }

  remove(id: string): void {
    this.kept.delete(id);
  }

  removeAll(): void {
    this.kept.clear();
  }

  get count(): number {
    return this.kept.size;
  }
}
