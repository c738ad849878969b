/**
 * Objects as office.js knows them: classes with properties, methods, an indexer and, for collections, items, all by
 * their names on the wire (`Values`, `GetRange`). Whatever a class does not list is ApiNotFound, by name.
 */
import { ApiNotFound, found } from "./host-error";

export interface Property<Self> {
  get(self: Self): unknown;
  set?(self: Self, value: unknown): void;
}

/** A method's answer is a value, another object, `null` for a null object, or nothing. */
export type Method<Self> = (self: Self, ...args: unknown[]) => unknown;

export interface HostClass<Self> {
  readonly name: string;
  /** Sent with every answer about the object (`Id`), so that the client can find it again in a later request. */
  readonly identity?: (self: Self) => Readonly<Record<string, unknown>>;
  /** True for objects the client finds again by `_ReferenceId`. */
  readonly isReferenced?: boolean;
  readonly properties?: Readonly<Record<string, Property<Self>>>;
  readonly methods?: Readonly<Record<string, Method<Self>>>;
  /** The item with this key or number; `undefined` when there is none. */
  readonly item?: (self: Self, key: unknown) => HostObject | undefined;
  readonly items?: (self: Self) => readonly HostObject[];
}

/** `GetCell`: a member by its name on the wire, from what it is called in an add-in. */
export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `Range.getCell`: a member as it is written in an add-in. */
export const memberName = (className: string, wire: string): string =>
  `${className}.${wire.charAt(0).toLowerCase()}${wire.slice(1)}`;

/** One object of a class; what it holds is known to its class alone. */
export type HostObject = Pick<Instance<unknown>, keyof Instance<unknown>>;

class Instance<Self> {
  constructor(
    private readonly definition: HostClass<Self>,
    private readonly self: Self,
  ) {}

  get className(): string {
    return this.definition.name;
  }

  get isReferenced(): boolean {
    return this.definition.isReferenced ?? false;
  }

  get items(): readonly HostObject[] | null {
    return this.definition.items?.(this.self) ?? null;
  }

  get propertyNames(): readonly string[] {
    return Object.keys(this.definition.properties ?? {});
  }

  identity(): Readonly<Record<string, unknown>> {
    return this.definition.identity?.(this.self) ?? {};
  }

  get(property: string): unknown {
    return this.property(property).get(this.self);
  }

  set(property: string, value: unknown): void {
    const { set } = this.property(property);
    if (!set) throw this.missing(property);
    set(this.self, value);
  }

  call(method: string, args: readonly unknown[]): unknown {
    const own = this.definition.methods?.[method];
    if (own) return own(this.self, ...args);
    if (this.definition.item && method === "GetItem") return this.item(args[0]);
    if (this.definition.item && method === "GetItemOrNullObject")
      return this.definition.item(this.self, args[0]) ?? null;
    if (this.definition.items && method === "GetCount") return this.definition.items(this.self).length;
    throw this.missing(method);
  }

  item(key: unknown): HostObject {
    if (!this.definition.item) throw this.missing("getItem");
    return found(this.definition.item(this.self, key));
  }

  /** What the object holds, for a method that takes an object of `of` as argument; `undefined` for another class. */
  as<Other>(of: HostClass<Other>): Other | undefined {
    return (this.definition as unknown) === of ? (this.self as unknown as Other) : undefined;
  }

  private property(name: string): Property<Self> {
    return found(this.definition.properties?.[name], () => this.missing(name));
  }

  private missing(name: string): ApiNotFound {
    return new ApiNotFound(memberName(this.className, name));
  }
}

export function hostObject<Self>(definition: HostClass<Self>, self: Self): HostObject {
  return new Instance(definition, self);
}

export function isHostObject(value: unknown): value is HostObject {
  return value instanceof Instance;
}
