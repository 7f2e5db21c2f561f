/** Reporting: what the journal has to say of a time, on the screen, given out as a file, and closed as a day. */
export { officersIn } from './officers-in.ts'
export type { AskedExport } from './export-order.ts'
export { exportFromHere } from './export-from-here.ts'
export { reportingRoom } from './reporting-room.ts'
export { reportSource } from './report-source.ts'
export { longestSidecar, sidecarOf } from './sidecar.ts'
export { notRecorded } from './refusals.ts'
