/**
 * The services the shared runtime uses beside the workbook: `AppRuntimeService` (show and hide the pane),
 * `AppRuntimePersistenceService` (start-up behaviour), `DynamicRibbon`, `AddinInternalService`.
 */
import { hostObject, type HostClass, type HostObject } from "./host-object";
import { asWord } from "./object-model/object-model";

/** `Visible` shows the pane, `Background` runs without it, `Inactive` does not run. */
const STATES = ["Inactive", "Background", "Visible"] as const;

type AppRuntimeState = (typeof STATES)[number];

/** What the services know; the page and the tests may look at it. */
export interface AppRuntime {
  state: AppRuntimeState;
  /** What the document asks for when it is opened next: `Background` after `setStartupBehavior("Load")`. */
  startState: AppRuntimeState;
  readonly ribbon: {
    /** By the control's id in the manifest, once the add-in has set it. */
    readonly enabled: Map<string, boolean>;
    readonly tabVisible: Map<string, boolean>;
  };
}

export const createAppRuntime = (): AppRuntime => ({
  state: "Visible",
  startState: "Inactive",
  ribbon: { enabled: new Map(), tabVisible: new Map() },
});

const APP_RUNTIME: HostClass<ServiceState> = {
  name: "AppRuntimeService",
  methods: {
    GetAppRuntimeState: ({ runtime }) => runtime.state,
    SetAppRuntimeState: ({ runtime, stateChanged }, state) => {
      runtime.state = asWord(STATES, state);
      stateChanged();
    },
  },
};

const PERSISTENCE: HostClass<ServiceState> = {
  name: "AppRuntimePersistenceService",
  methods: {
    GetAppRuntimeStartState: ({ runtime }) => runtime.startState,
    SetAppRuntimeStartState: ({ runtime }, state) => {
      runtime.startState = asWord(STATES, state);
    },
  },
};

const ADDIN_INTERNAL: HostClass<ServiceState> = {
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: () => undefined },
};

interface ControlState {
  readonly id: string;
  readonly ribbon: AppRuntime["ribbon"];
}

const BUTTON: HostClass<ControlState> = {
  name: "RibbonButton",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Enabled: {
      get: ({ id, ribbon }) => ribbon.enabled.get(id) ?? true,
      set: ({ id, ribbon }, value) => ribbon.enabled.set(id, value === true),
    },
  },
};

const TAB: HostClass<ControlState> = {
  name: "RibbonTab",
  identity: ({ id }) => ({ Id: id }),
  properties: { Id: { get: ({ id }) => id } },
  methods: { SetVisibility: ({ id, ribbon }, value) => void ribbon.tabVisible.set(id, value === true) },
};

const RIBBON: HostClass<ServiceState> = {
  name: "DynamicRibbon",
  methods: {
    GetButton: ({ runtime }, id) => hostObject(BUTTON, { id: String(id), ribbon: runtime.ribbon }),
    GetTab: ({ runtime }, id) => hostObject(TAB, { id: String(id), ribbon: runtime.ribbon }),
  },
};

interface ServiceState {
  readonly runtime: AppRuntime;
  readonly stateChanged: () => void;
}

/** The services by the names the client makes them under. `stateChanged` is told when the pane is shown or hidden. */
export function createServices(runtime: AppRuntime, stateChanged: () => void): Record<string, HostObject> {
  const state: ServiceState = { runtime, stateChanged };
  return {
    "Microsoft.AppRuntime.AppRuntimeService": hostObject(APP_RUNTIME, state),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": hostObject(PERSISTENCE, state),
    "Microsoft.DynamicRibbon.DynamicRibbon": hostObject(RIBBON, state),
    "Microsoft.InternalService.AddinInternalService": hostObject(ADDIN_INTERNAL, state),
  };
}
