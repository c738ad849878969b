/** The part of the Frictionless library that the tests use; it comes without types. */
declare module "datapackage" {
  export class Package {
    /** Reads a descriptor and holds it against the profile. */
    static load(path: string): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }

  export interface Resource {
    readonly name: string;
    readonly tabular: boolean;
    readonly descriptor: { readonly schema?: { readonly foreignKeys?: readonly unknown[] } };
    /** Every row, cast by its field. Rejects with what is wrong with a type, a constraint or a key. */
    read(options: { readonly cast: boolean }): Promise<unknown[][]>;
    /** Rejects when a foreign key leads nowhere. */
    checkRelations(): Promise<boolean>;
  }
}
