/** Officers: who is at the desk, and who may be. */
export { calledIn } from './called-in.ts'
export { openOfficers, type Officers } from './open-officers.ts'
export { officersRoom } from './officers-room.ts'
export type { Visit } from './sessions.ts'
