import { run } from "./cli";

const { code, text } = run(process.argv.slice(2));
(code === 0 ? console.log : console.error)(text);
process.exitCode = code;
