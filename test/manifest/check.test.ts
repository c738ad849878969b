import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, type Expected, type FaultName } from "../../tools/manifest/check";
import { filesBelow } from "../../tools/manifest/files";
import { LOCAL_BASE } from "../../tools/manifest/rewrite";
import { find, parse } from "../../tools/manifest/tree";
import { version } from "../../package.json";
import { png } from "./png";

const ROOT = join(__dirname, "..", "..");
const MANIFEST = readFileSync(join(ROOT, "manifest.xml"), "utf8");

const onDisk = filesBelow(ROOT);
const faults = (text: string, changed: Partial<Expected> = {}): FaultName[] =>
  check(text, { base: LOCAL_BASE, version, read: onDisk, built: false, ...changed }).map(({ name }) => name);

/** A planted fault: its name, what was done, and the change of the manifest text. */
type Planted = [FaultName, string, (text: string) => string];

const without = (part: string | RegExp) => (text: string) => text.replace(part, "");
const swapped = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const long = (length: number): string => "x".repeat(length);

const PLANTED: Planted[] = [
  ["not-xml", "a tag that is never closed", without("</OfficeApp>")],
  ["not-xml", "an empty file", () => ""],
  ["element-order", "Version before Id", swapped(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1")],
  ["element-order", "Page before Script", swapped(/(<Script>[^]*<\/Script>)\s*(<Page>[^]*<\/Page>)/, "$2$1")],
  [
    "element-order",
    "ExtensionPoint before FunctionFile",
    swapped(/(<FunctionFile.*\/>)([^]*?)(<\/DesktopFormFactor>)/, "$2$1$3"),
  ],
  ["element-order", "Label after Icon", swapped(/(<Label resid="Group.Label"\/>)\s*(<Icon>[^]*?<\/Icon>)/, "$2$1")],
  ["missing-element", "no SupportUrl", without(/<SupportUrl.*\/>/)],
  ["missing-element", "no GetStarted", without(/<GetStarted>[^]*<\/GetStarted>/)],
  ["missing-element", "no Supertip", without(/<Supertip>[^]*<\/Supertip>/)],
  ["missing-element", "no Runtimes", without(/<Runtimes>[^]*<\/Runtimes>/)],
  ["repeated-element", "two Ids", swapped(/(<Id>.*<\/Id>)/, "$1$1")],
  ["unknown-element", "an element Office does not know", swapped("<GetStarted>", "<GetGoing/><GetStarted>")],
  ["unknown-element", "an action of another kind", swapped('xsi:type="ShowTaskpane"', 'xsi:type="ExecuteFunction"')],
  ["missing-element", "a button that does nothing", without(/<Action xsi:type="ExecuteFunction">[^]*?<\/Action>/)],
  ["missing-element", "a button that runs a function without a name", without(/<FunctionName>.*<\/FunctionName>/)],
  [
    "repeated-element",
    "a button with two actions",
    swapped(
      /(<Action xsi:type="ExecuteFunction">[^]*?<\/Action>)/,
      '$1<Action xsi:type="ShowTaskpane"><SourceLocation resid="Taskpane.Url"/></Action>',
    ),
  ],
  [
    "missing-attribute",
    "a display name without a value",
    swapped('<DisplayName DefaultValue="Orebook"/>', "<DisplayName/>"),
  ],
  [
    "xml-namespace",
    "overrides of another schema",
    swapped(/(<VersionOverrides xmlns=")[^"]*/, "$1http://schemas.microsoft.com/office/mailappversionoverrides"),
  ],
  ["id", "an id that is no GUID", swapped(/<Id>.*<\/Id>/, "<Id>orebook</Id>")],
  ["version", "the version of another package", swapped(/<Version>.*<\/Version>/, "<Version>9.9.9.0</Version>")],
  ["default-locale", "another default language", swapped("<DefaultLocale>en-US", "<DefaultLocale>de-DE")],
  ["host", "another host", swapped('Name="Workbook"', 'Name="Document"')],
  ["permissions", "fewer permissions", swapped("ReadWriteDocument", "ReadDocument")],
  ["requirement-set", "no SharedRuntime", without(/<Set Name="SharedRuntime".*\/>/)],
  [
    "requirement-set",
    "a newer ExcelApi than the core needs",
    swapped('"ExcelApi" MinVersion="1.9"', '"ExcelApi" MinVersion="1.16"'),
  ],
  ["equivalent-addins", "EquivalentAddins", swapped("</VersionOverrides>", "<EquivalentAddins/></VersionOverrides>")],
  ["metadata-spelling", "MetaData", (text) => text.replaceAll("Metadata>", "MetaData>")],
  ["namespace", "a Namespace", swapped("</Metadata>", '</Metadata><Namespace resid="Group.Label"/>')],
  [
    "shared-runtime",
    "functions on another page",
    swapped(/(<Page>\s*<SourceLocation resid=")Taskpane.Url/, "$1LearnMore.Url"),
  ],
  [
    "shared-runtime",
    "another function file",
    swapped('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="LearnMore.Url"'),
  ],
  [
    "shared-runtime",
    "a button that shows another page",
    swapped(/(<Action xsi:type="ShowTaskpane">\s*<SourceLocation resid=")Taskpane.Url/, "$1LearnMore.Url"),
  ],
  ["shared-runtime", "another runtime", swapped('<Runtime resid="Taskpane.Url"', '<Runtime resid="LearnMore.Url"')],
  [
    "shared-runtime",
    "another default page",
    swapped(/(<DefaultSettings>\s*<SourceLocation DefaultValue=".*)taskpane.html/, "$1help.html"),
  ],
  ["runtime-lifetime", "a short runtime", swapped('lifetime="long"', 'lifetime="short"')],
  ["resid-undefined", "a resid nobody defines", swapped('<Label resid="Group.Label"', '<Label resid="Group.Name"')],
  [
    "resid-unused",
    "a string nobody uses",
    swapped("<bt:ShortStrings>", '<bt:ShortStrings><bt:String id="Spare" DefaultValue="spare"/>'),
  ],
  ["resid-too-long", "a resid of 33 characters", (text) => text.replaceAll("Button.Tooltip", long(33))],
  [
    "resid-kind",
    "a label that refers to a long string",
    swapped('<Label resid="Group.Label"', '<Label resid="Button.Tooltip"'),
  ],
  [
    "resid-duplicate",
    "one id twice",
    swapped("<bt:LongStrings>", '<bt:LongStrings><bt:String id="Group.Label" DefaultValue="again"/>'),
  ],
  [
    "string-too-long",
    "a short string of 126 characters",
    swapped('DefaultValue="Open Orebook"', `DefaultValue="${long(126)}"`),
  ],
  [
    "string-too-long",
    "a long string of 251 characters",
    swapped(/("Button.Tooltip" DefaultValue=")[^"]*/, `$1${long(251)}`),
  ],
  ["string-too-long", "a translation of 126 characters", swapped("打开 Orebook", long(126))],
  [
    "string-too-long",
    "a provider of 126 characters",
    swapped(/<ProviderName>.*<\/ProviderName>/, `<ProviderName>${long(126)}</ProviderName>`),
  ],
  [
    "string-too-long",
    "a description of 251 characters",
    swapped(/(<Description DefaultValue=")[^"]*/, `$1${long(251)}`),
  ],
  ["string-empty", "an empty translation", swapped("打开 Orebook", "")],
  [
    "not-https",
    "a page over http",
    swapped('DefaultValue="https://localhost:3000/support', 'DefaultValue="http://localhost:3000/support'),
  ],
  ["not-https", "a domain over http", swapped("<AppDomain>https:", "<AppDomain>http:")],
  [
    "outside-base",
    "an icon on another server",
    swapped("https://localhost:3000/assets/icon-80", "https://elsewhere.example/assets/icon-80"),
  ],
  ["app-domain", "another domain", swapped("<AppDomain>https://localhost:3000", "<AppDomain>https://localhost:3001")],
  ["icon-set", "a button without its 32-pixel icon", without('<bt:Image size="32" resid="Icon.32"/>')],
  [
    "icon-size",
    "a small icon where a large one is due",
    swapped('size="80" resid="Icon.80"', 'size="80" resid="Icon.16"'),
  ],
];

describe("the manifest of the repository", () => {
  test("has no fault", () => {
    expect(check(MANIFEST, { base: LOCAL_BASE, version, read: onDisk, built: false })).toEqual([]);
  });

  test("says everything in Chinese too, but for the product's name", () => {
    const root = parse(MANIFEST);
    const strings = [
      ...find(root, "Description"),
      ...["bt:ShortStrings", "bt:LongStrings"].flatMap((list) =>
        find(root, "VersionOverrides", "Resources", list, "bt:String"),
      ),
    ];
    const sentences = strings.filter(({ attributes }) => attributes.DefaultValue !== "Orebook");
    expect(sentences.length).toBeGreaterThan(3);
    for (const { attributes, children } of sentences)
      expect([attributes.DefaultValue, children.map((override) => override.attributes.Locale)]).toEqual([
        attributes.DefaultValue,
        ["zh-CN"],
      ]);
  });
});

describe("a planted fault is named", () => {
  test.each(PLANTED)("%s: %s", (name, _what, plant) => {
    const planted = plant(MANIFEST);
    expect(planted).not.toBe(MANIFEST);
    expect(faults(planted)).toContain(name);
  });

  test("all of several are named, not only the first", () => {
    const several = ["id", "host", "runtime-lifetime", "not-https"].reduce(
      (text, name) => PLANTED.find((row) => row[0] === name)?.[2](text) ?? text,
      MANIFEST,
    );
    expect(faults(several)).toEqual(expect.arrayContaining(["id", "host", "runtime-lifetime", "not-https"]));
  });
});

describe("files the manifest points to", () => {
  const build =
    (leftOut: string[] = []) =>
    (path: string) => {
      if (leftOut.includes(path)) return undefined;
      const size = /^assets\/.+-(\d+)\.png$/.exec(path)?.[1];
      return size ? png(Number(size), Number(size)) : new Uint8Array([1]);
    };

  test("a build that has them all has no fault", () => {
    expect(faults(MANIFEST, { read: build(), built: true })).toEqual([]);
  });

  test.each(["taskpane.html", "support.html", "help.html", "functions.json", "functions.zh-cn.json"])(
    "%s missing from the build is a fault",
    (page) => {
      const found = faults(MANIFEST, { read: build([page]), built: true });
      expect(new Set(found)).toEqual(new Set(["page-missing"]));
    },
  );

  test("an icon that is not on disk is a fault", () => {
    expect(faults(MANIFEST, { read: filesBelow(join(ROOT, "src")) })).toContain("icon-missing");
  });

  test("an icon of another size than its name says is a fault", () => {
    expect(faults(MANIFEST, { read: () => png(32, 31) })).toContain("icon-size");
  });

  test("an icon that is no PNG is a fault", () => {
    expect(
      faults(MANIFEST, { read: () => new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>") }),
    ).toContain("icon-size");
  });
});
