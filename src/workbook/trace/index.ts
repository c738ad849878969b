export { CallTracer, shownOf, type CallTrace, type Outcome } from "./tracer";
