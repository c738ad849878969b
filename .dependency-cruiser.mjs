/**
 * The rooms of src/, top to bottom. A room may import from the rooms it lists, never from above or beside
 * (see docs/architecture.md), whether at once or with `import()`, and also when only a type is meant.
 */
const ROOMS = {
  runtime: ["taskpane", "commands", "workbook", "sheets", "update", "functions", "tables", "query", "dataset"],
  taskpane: ["workbook", "sheets", "update", "functions", "tables", "query", "dataset"],
  commands: ["workbook", "sheets", "update", "functions", "tables", "query", "dataset"],
  workbook: ["sheets", "update", "functions", "tables", "query", "dataset"],
  package: ["sheets", "functions", "tables", "query", "dataset"],
  sheets: ["functions", "tables", "query", "dataset"],
  update: ["dataset"],
  functions: ["tables", "query", "dataset"],
  tables: ["query", "dataset"],
  query: ["dataset"],
  dataset: [],
};

const OUTSIDE = ["tools", "workbench", "test", "bench"];

const directions = Object.entries(ROOMS).map(([room, reaches]) => ({
  name: `downward-from-${room}`,
  comment: `src/${room} imports from ${reaches.join(", ") || "no other room"} only.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: `^(?:src|${OUTSIDE.join("|")})/`, pathNot: `^src/(?:${[room, ...reaches].join("|")})/` },
}));

export default {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    ...directions,
    {
      name: "nothing-from-tests",
      comment: "What is shipped or builds it does not lean on tests.",
      severity: "error",
      from: { path: "^(?:tools|workbench)/" },
      to: { path: "^(?:test|bench)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:dist|build)/" },
    tsPreCompilationDeps: true,
    moduleSystems: ["es6"],
  },
};
