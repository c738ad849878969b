import { SavedWorkbook } from "../../../src/package";
import { Stylesheet } from "../../../src/package/looks/stylesheet";
import { fileOf } from "../build";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

function styled(styles: string): SavedWorkbook {
  return SavedWorkbook.read(
    fileOf({
      sheets: [{ name: "S", rows: "" }],
      relations: [["styles", "styles.xml"]],
      parts: { "xl/styles.xml": styles },
      types: { "xl/styles.xml": TYPE },
    }),
  );
}

const PREFIXED =
  '<x:styleSheet xmlns:x="m"><x:numFmts count="1"><x:numFmt numFmtId="170" formatCode="0&quot; a&quot;"/></x:numFmts><x:fonts count="2"><x:font><x:sz val="11"/><x:name val="Aptos"/><x:scheme val="minor"/></x:font><x:font><x:b/><x:color theme="4" tint="0.4"/><x:name val="Aptos"/><x:scheme val="minor"/></x:font></x:fonts><x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:borders count="1"><x:border diagonalUp="1"><x:left style="thick"/><x:diagonal/></x:border></x:borders><x:cellXfs count="2"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><x:xf numFmtId="0" fontId="1" fillId="0" borderId="0"><x:alignment vertical="center" textRotation="45"/><x:protection locked="0"/></x:xf></x:cellXfs><x:dxfs count="0"/></x:styleSheet>';

test("a format is made from another one: what is not named stays, what is there already serves", () => {
  const { file } = styled(PREFIXED);
  const styles = new Stylesheet(file);
  const look = {
    numberFormat: '0" a"',
    font: { bold: false, italic: true, name: "Arial", size: 9 },
    borders: { top: { style: "thin", color: "#ff0000" } },
    alignment: { horizontal: "right", indent: 1 },
  } as const;
  expect([styles.derived(1, look), styles.derived(1, look), styles.derived(0, { fill: null })]).toEqual([2, 2, 3]);
  styles.write();
  const xml = file.text("xl/styles.xml");
  expect(xml).toContain(
    '<x:font><x:i/><x:sz val="9"/><x:color theme="4" tint="0.4"/><x:name val="Arial"/></x:font></x:fonts>',
  );
  expect(xml).toContain(
    '<x:border diagonalUp="1"><x:left style="thick"/><x:top style="thin"><x:color rgb="FFFF0000"/></x:top><x:diagonal/></x:border></x:borders>',
  );
  expect(xml).toContain(
    '<x:xf numFmtId="170" fontId="2" fillId="0" borderId="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><x:alignment vertical="center" textRotation="45" horizontal="right" indent="1"/><x:protection locked="0"/></x:xf>',
  );
  expect(xml).toMatch(/<x:numFmts count="1">.*<x:fonts count="3">.*<x:borders count="2">.*<x:cellXfs count="4">/);
  // All that was there, apart from how many there are, is there.
  const plain = (text: string) => text.replace(/count="\d+"/g, "");
  for (const piece of PREFIXED.match(/<x:(?:font|xf|border|numFmt)[ >].*?(?=<x:(?:font|xf|border)[ >]|<\/x:\w+s>)/g)!)
    expect(plain(xml)).toContain(plain(piece));
});

test.each(["", "<fonts/><cellXfs/>", '<fonts count="0"></fonts><cellStyles/>'])(
  "lists that a file lacks come where they belong: %s",
  (lists) => {
    const { file } = styled(`<styleSheet xmlns="m">${lists}<dxfs/></styleSheet>`);
    const styles = new Stylesheet(file);
    expect(styles.derived(0, { numberFormat: "yyyy", font: { bold: true }, fill: "#00FF00" })).toBe(1);
    styles.write();
    const names = [
      ...file.text("xl/styles.xml").matchAll(/<(\w+)(?: count="\d+")?>(?=<(?:numFmt|font|fill|border|xf)\b)/g),
    ];
    expect(names.map(([, name]) => name)).toEqual(["numFmts", "fonts", "fills", "borders", "cellXfs"]);
    expect(file.text("xl/styles.xml")).toMatch(/<numFmt numFmtId="164" formatCode="yyyy"\/>.*<\/cellXfs>.*<dxfs\/>/);
  },
);

test("a file without formats gets a part for them", () => {
  const { file } = SavedWorkbook.read(fileOf({ sheets: [{ name: "S", rows: "" }] }));
  const styles = new Stylesheet(file);
  expect(styles.derived(0, { font: { color: "#1F4E79" } })).toBe(1);
  styles.write();
  expect(file.related(file.workbook, "styles")).toBe("xl/styles.xml");
});

test("what is set back is as in the first font, without fill and lines", () => {
  const { file } = styled(PREFIXED);
  const styles = new Stylesheet(file);
  styles.derived(1, {
    font: { bold: false, color: null, name: null, size: null },
    borders: { left: null },
    alignment: { vertical: null, horizontal: null },
  });
  styles.write();
  const xml = file.text("xl/styles.xml");
  // Such a font there is already.
  expect(xml).toContain(
    '<x:xf numFmtId="0" fontId="0" fillId="0" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><x:alignment textRotation="45"/>',
  );
  expect(xml).toContain('<x:border diagonalUp="1"><x:left/><x:diagonal/></x:border></x:borders>');
});
