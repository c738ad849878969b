/** The application context: what Excel tells the add-in about itself and the document when it starts. */
import type { Settings } from "./kept";

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

export interface AppContextOptions {
  readonly appId: string;
  readonly addinOrigin: string;
  readonly documentName: string;
  readonly settings: Settings;
  readonly requirementSets: RequirementSets;
  /** BCP 47: of the display and of the document's data. */
  readonly language: string;
}

/** The answer to `ContextActivationManager_getAppContextAsync`. */
export function createAppContext(options: AppContextOptions): object {
  return {
    _id: options.appId,
    _appInstanceId: options.appId,
    _appName: EXCEL_WEB,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: options.language,
    _dataLocale: options.language,
    _docUrl: `https://workbook.invalid/${options.documentName}`,
    _clientMode: 1,
    _settings: options.settings.entries(),
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: crypto.randomUUID(),
    _requirementMatrix: JSON.stringify(options.requirementSets),
    _hostFullVersion: "16.0.18000.10000",
    _appDomains: [options.addinOrigin],
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
