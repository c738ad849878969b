import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/** Rooms that run anywhere: no Office, no DOM, no Node. */
const PURE = ["dataset", "query", "tables", "functions", "sheets", "package"];

const pureRooms = {
  files: PURE.map((room) => `src/${room}/**/*.ts`),
  rules: {
    "no-restricted-globals": [
      "error",
      ...[
        "Excel",
        "Office",
        "OfficeRuntime",
        "CustomFunctions",
        "window",
        "document",
        "fetch",
        "localStorage",
        "process",
        "Buffer",
      ].map((name) => ({
        name,
        message: "This room runs anywhere: no Office, no DOM, no Node.",
      })),
    ],
  },
};

/** `workbook` is the one room that names Excel. */
const excelOnlyInWorkbook = {
  files: ["src/**/*.ts"],
  ignores: ["src/workbook/**", ...PURE.map((room) => `src/${room}/**`)],
  rules: { "no-restricted-globals": ["error", { name: "Excel", message: "Only src/workbook names Excel." }] },
};

/** No HTML and no program is ever made from data: text nodes and the functions of the language do all there is to do. */
const FORBIDDEN = [
  ["innerHTML", "outerHTML"].map((name) => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name="${name}"]`,
    message: `No HTML from data: ${name} is not set; append text nodes.`,
  })),
  ["insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment"].map((name) => ({
    selector: `CallExpression > MemberExpression.callee[property.name="${name}"]`,
    message: `No HTML from data: ${name} is not called; append text nodes.`,
  })),
  {
    selector: `CallExpression:not([arguments.1.value="text/xml"]) > MemberExpression.callee[property.name="parseFromString"]`,
    message: "No HTML from data: a text is only read as XML.",
  },
  ["write", "writeln"].map((name) => ({
    selector: `CallExpression > MemberExpression.callee[object.name="document"][property.name="${name}"]`,
    message: `No HTML from data: document.${name} is not called.`,
  })),
].flat();

const safePages = {
  files: ["src/**/*.ts", "workbench/**/*.ts"],
  rules: {
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-script-url": "error",
    "no-restricted-syntax": ["error", ...FORBIDDEN],
  },
};

/** A view is put together from parts with names, however much it shows. Blank lines and comments count, and no comment lifts the rule. */
const shortViews = {
  files: ["src/taskpane/**/*.ts"],
  linterOptions: { noInlineConfig: true },
  rules: { "max-lines-per-function": ["error", { max: 60, IIFEs: true }] },
};

export default tseslint.config(
  { ignores: ["dist/**", "build/**", "coverage/**"] },
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.ts", "tools/**/*.ts", "workbench/**/*.ts", "test/**/*.ts", "bench/**/*.ts"],
    rules: {
      eqeqeq: "error",
      "no-console": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-console": "error",
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  pureRooms,
  excelOnlyInWorkbook,
  safePages,
  shortViews,
  { files: ["**/*.js", "**/*.mjs", "**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
