import { SavedWorkbook } from "../../../src/package";
import { dynamicArrayMark } from "../../../src/package/parts/dynamic-arrays";
import { fileOf } from "../build";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

const withMetadata = (content: string) =>
  SavedWorkbook.read(
    fileOf({
      sheets: [{ name: "S", rows: "" }],
      relations: [["sheetMetadata", "metadata.xml"]],
      parts: { "xl/metadata.xml": `<metadata xmlns="m">${content}</metadata>` },
      types: { "xl/metadata.xml": TYPE },
    }),
  ).file;

test("a workbook without marks gets one, and one only", () => {
  const { file } = SavedWorkbook.read(fileOf({ sheets: [{ name: "S", rows: "" }] }));
  expect([dynamicArrayMark(file), dynamicArrayMark(file)]).toEqual(["1", "1"]);
  expect(file.text("xl/metadata.xml").match(/XLDAPR/g)).toHaveLength(2);
});

test("a mark that is there serves, and the part stays as it is", () => {
  const content =
    '<metadataTypes count="2"><metadataType name="XLRICHVALUE"/><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata>';
  const file = withMetadata(content);
  expect([dynamicArrayMark(file), file.changedParts]).toEqual(["2", []]);
});

test("beside marks of other kinds it comes behind them", () => {
  const file = withMetadata(
    '<metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata>',
  );
  expect(dynamicArrayMark(file)).toBe("1");
  expect(file.text("xl/metadata.xml")).toMatch(
    /<metadataTypes count="2"><metadataType name="XLRICHVALUE"\/><metadataType name="XLDAPR".*<bk\/><\/futureMetadata><futureMetadata name="XLDAPR".*<cellMetadata count="1"><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/,
  );
});
