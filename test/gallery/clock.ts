/** The gallery's clock: it stands still, so that a picture changes only when the screen does. */
export { hour, now } from '../unit/renderer/screens/scan-answer.ts'

export const minute = 60_000
