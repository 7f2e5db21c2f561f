/** The gallery's clock: it stands still, so that a picture changes only when the screen does. */
import { hour } from '../unit/renderer/screens/scan-answer.ts'

export { hour, now } from '../unit/renderer/screens/scan-answer.ts'

export const minute = 60_000
export const day = 24 * hour
