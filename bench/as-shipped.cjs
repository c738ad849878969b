const { readFileSync } = require("node:fs");
const { transformSync } = require("esbuild");

/**
 * TypeScript as the builds translate it. What the tools run under pins every function to its name as it is made, which code
 * that makes many then spends a third of its time on: nobody has the add-in or `orebook` so.
 */
require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(readFileSync(file, "utf8"), {
    loader: "ts",
    format: "cjs",
    target: "es2022",
    // What is loaded later comes this way as well.
    supported: { "dynamic-import": false },
    sourcefile: file,
  });
  module._compile(code, file);
};

// A program comes before data of the same name.
const { ".json": json } = require.extensions;
delete require.extensions[".json"];
require.extensions[".json"] = json;
