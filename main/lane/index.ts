/** Lane: the crossing that is being built, and what the last hours know. */
export { CommandMarks } from './command-marks.ts'
export { Lane } from './lane.ts'
export { laneRoom } from './lane-room.ts'
export { LaneMemory, recallCrossings, remembered } from './memory.ts'
export type { Authority } from './on-whose-word.ts'
export { Referrals } from './referrals.ts'
export { slipOf } from './slip.ts'
export { Today } from './today.ts'
