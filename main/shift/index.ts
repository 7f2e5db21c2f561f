/** Shift: closing one, and the report of it. */
export { shiftRoom } from './shift-room.ts'
