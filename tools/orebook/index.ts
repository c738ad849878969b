import { endWithReader } from "../eval/terminal";
import { main } from "./main";

endWithReader();
void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
