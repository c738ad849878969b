export { keepSources, type SourcesKeeper } from "./keep";
export { planSources, refreshSources, writeSources, type SourcesUpdate } from "./update";
export { sourceUses, type SourceUse, type TakenFact } from "./uses";
