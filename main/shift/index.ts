/** Shift: opened, closed, handed over, and its records. */
export { Duty } from './duty.ts'
export { shiftRoom } from './shift-room.ts'
