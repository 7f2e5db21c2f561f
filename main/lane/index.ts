/** Lane: the crossing that is being built, and what the last hours know. */
export { CommandMarks } from './command-marks.ts'
export { Corrections } from './corrections.ts'
export { Lane } from './lane.ts'
export { LaneMemory, remembered } from './memory.ts'
export { suggestPlates } from './suggest-plates.ts'
