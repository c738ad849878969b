/** @jest-environment jsdom */
import { externalLink } from "../../../src/taskpane/widgets/external-link";
import { en } from "../../../src/taskpane/texts/en";

const linkTo = (address: string) => externalLink({ texts: en }, address, "The paper").getAttribute("href");

test("an address of the web is followed, what would be a program is not", () => {
  for (const address of ["https://example.org/a", "http://example.org", "help/index.html"])
    expect(linkTo(address)).toBe(address);
  for (const address of ["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
    expect(linkTo(address)).toBeNull();
});
