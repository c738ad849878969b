/** Members that came after ExcelApi 1.9, the lowest set the add-in runs with: an older Excel does not have them. */
import { ApiNotFound } from "../host-error";

const SINCE: Readonly<Record<string, string>> = {
  "Application.cultureInfo": "1.11",
  "Application.decimalSeparator": "1.11",
  "Application.thousandsSeparator": "1.11",
  "Application.useSystemSeparators": "1.11",
  "ChartSeries.getDimensionDataSourceString": "1.15",
  "ChartSeries.getDimensionDataSourceType": "1.15",
  "Range.getMergedAreasOrNullObject": "1.13",
  "Range.getSpillParent": "1.12",
  "Range.getSpillParentOrNullObject": "1.12",
  "Range.getSpillingToRange": "1.12",
  "Range.getSpillingToRangeOrNullObject": "1.12",
  "Range.hasSpill": "1.12",
  "Range.moveTo": "1.11",
  "Table.resize": "1.13",
};

const order = (version: string): number => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);

/** The refusal of a member that the claimed version of ExcelApi does not have. */
export function refuseNewer(member: string, version: string): ApiNotFound | undefined {
  const since = SINCE[member];
  return since !== undefined && order(version) < order(since) ? new ApiNotFound(member) : undefined;
}
