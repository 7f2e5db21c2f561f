/** Records: the crossings that are recorded, found and corrected. */
export { Corrections } from './corrections.ts'
export { recordsRoom } from './records-room.ts'
