/** Shift: opened, closed, handed over, and its records. */
export { Duty } from './duty.ts'
export { HandoverRecords } from './handover-records.ts'
export { shiftRoom } from './shift-room.ts'
