import type { Fault, FaultName } from "./fault";
import { all, find, path, type Element } from "./tree";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** Width and height in pixels from the header of a PNG file; undefined when the bytes are not a PNG. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < HEIGHT_AT + 4 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(WIDTH_AT), height: view.getUint32(HEIGHT_AT) };
}

/** Reads a file by its path below the base address (`assets/icon-16.png`); undefined when there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/** Sizes Office asks for in every ribbon icon. */
const RIBBON_SIZES = ["16", "32", "80"];

/** Faults of addresses: https, below the base, and the base's origin among the AppDomains. */
export function addressFaults(root: Element, base: string): Fault[] {
  const domains = find(root, "AppDomains", "AppDomain").map((element) => ({ element, url: element.text }));
  const faults = addresses(root).flatMap((address) =>
    address.url.startsWith(`${base}/`) ? [] : [fault("outside-base", address, `is not below ${base}/`)],
  );
  const insecure = [...addresses(root), ...domains].filter(({ url }) => !url.startsWith("https://"));
  faults.push(...insecure.map((address) => fault("not-https", address, "does not begin with https://")));
  const origin = new URL(base).origin;
  if (!domains.some(({ url }) => url === origin))
    faults.push({ name: "app-domain", message: `AppDomains lacks ${origin}` });
  return faults;
}

/** Faults of icons: each is there, is a PNG of the size it is named for, and each ribbon icon has the sizes Office asks for. */
export function iconFaults(root: Element, base: string, read: ReadFile): Fault[] {
  const images = new Map(
    all(root)
      .filter(({ name, parent }) => name === "bt:Image" && parent?.name === "bt:Images")
      .map((element) => [element.attributes.id, element]),
  );
  const sized = find(root, "IconUrl").map((element) => ({ element, size: 32 }));
  sized.push(...find(root, "HighResolutionIconUrl").map((element) => ({ element, size: 64 })));
  for (const use of all(root).filter(({ name, parent }) => name === "bt:Image" && parent?.name === "Icon")) {
    const element = images.get(use.attributes.resid);
    if (element) sized.push({ element, size: Number(use.attributes.size) });
  }
  return [
    ...sized.flatMap(({ element, size }) => iconFault(address(element), size, base, read)),
    ...iconSetFaults(root),
  ];
}

function iconFault(icon: Address, size: number, base: string, read: ReadFile): Fault[] {
  const bytes = read(below(icon.url, base));
  if (!bytes) return [fault("icon-missing", icon, "is not there")];
  const found = pngSize(bytes);
  if (found?.width === size && found.height === size) return [];
  return [
    fault(
      "icon-size",
      icon,
      `must be a PNG of ${size} × ${size} pixels, is ${found ? `${found.width} × ${found.height}` : "not a PNG"}`,
    ),
  ];
}

function iconSetFaults(root: Element): Fault[] {
  return all(root)
    .filter(({ name }) => name === "Icon")
    .flatMap((icon) =>
      RIBBON_SIZES.filter((size) => !icon.children.some(({ attributes }) => attributes.size === size)).map(
        (size): Fault => ({ name: "icon-set", message: `${path(icon)} lacks size ${size}` }),
      ),
    );
}

/** Faults of pages and other files the manifest points to and that are not there; icons have their own check. */
export function pageFaults(root: Element, base: string, read: ReadFile): Fault[] {
  return addresses(root)
    .filter(({ url }) => !url.endsWith(".png"))
    .filter(({ url }) => !read(below(url, base)))
    .map((page) => fault("page-missing", page, "is not there"));
}

/** Every address the add-in is loaded from, in document order. */
function addresses(root: Element): Address[] {
  const named = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "bt:Image", "bt:Url"];
  return all(root)
    .filter(({ name, attributes }) => named.includes(name) && attributes.DefaultValue !== undefined)
    .flatMap((element) => [
      address(element),
      ...element.children.map((override) => ({ element: override, url: override.attributes.Value ?? "" })),
    ]);
}

function address(element: Element) {
  return { element, url: element.attributes.DefaultValue ?? "" };
}

type Address = ReturnType<typeof address>;

function below(url: string, base: string): string {
  return url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url;
}

function fault(name: FaultName, { element, url }: Address, what: string): Fault {
  return { name, message: `${path(element)}: ${url} ${what}` };
}
