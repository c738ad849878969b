/** The application context: what Excel tells the add-in about itself and the document when it starts. */
import type { Conversation } from "./transport";
import type { Workbook } from "./workbook-model";

/** Requirement sets the host claims. `CustomFunctions` is the runtime's internal set: it decides how results come back. */
export type RequirementSets = Readonly<Record<string, string>>;

export const REQUIREMENT_SETS = {
  ExcelApi: "1.15",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.9",
  RibbonApi: "1.1",
  AddinCommands: "1.3",
  RichApiRuntime: "1.2",
} as const satisfies RequirementSets;

const EXCEL_WEB = 16;

/** The answer to `ContextActivationManager_getAppContextAsync`. `language` is that of the display and of the document's data, in BCP 47. */
export function createAppContext(
  { appId }: Conversation,
  addinOrigin: string,
  { name, settings }: Workbook,
  requirementSets: RequirementSets,
  language: string,
): object {
  return {
    _id: appId,
    _appInstanceId: appId,
    _appName: EXCEL_WEB,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `https://workbook.invalid/${name}`,
    _clientMode: 1,
    _settings: [...settings],
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: crypto.randomUUID(),
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: "16.0.18000.10000",
    _appDomains: [addinOrigin],
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
