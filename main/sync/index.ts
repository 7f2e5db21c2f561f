/** Sync: what leaves a checkpoint for its hub, and what comes back; by wire, or by a stick or shared folder. */
export { FolderReplaced, nodeDisk, type Disk } from './disk.ts'
export { enrol } from './enrol/enrol.ts'
export { tripByFolder } from './folder-trip.ts'
export { setOut, type About, type Ground } from './ground.ts'
export { authorityNamedBy, invitedBy, notInvited, readFor, toldOf, type NotInvited } from './enrol/invited.ts'
export { inspect, type Inspected } from './inspect.ts'
export { nodeMeans } from './means.ts'
export {
  isEnrolmentName,
  onStick,
  readBatchName,
  stateName,
  stickRoot,
  trustName,
  trustOnStick,
  wishName,
} from './places.ts'
export { makeFolders, putFile } from './put-file.ts'
export { sealApart } from './seal/seal-apart.ts'
export { sealHere } from './seal/seal-batches.ts'
export { beginEpoch } from './begin-epoch.ts'
export { diagnose } from './status/diagnose.ts'
export { reachHub } from './wire/reach-hub.ts'
export { syncReasons } from './status/said-reasons.ts'
export { stateOfSync } from './status/state-of-sync.ts'
export { syncRoom } from './sync-room.ts'
export { sayCounts, sayTravelled, travel, type Travelled } from './travel.ts'
export { syncStatus, type SyncStatus } from './status/sync-status.ts'
export { tripByWire } from './wire/wire-trip.ts'
