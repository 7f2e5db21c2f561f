/** Kiosk: who and where it is, and what its conclusions rest on. */
export { ClockWatch } from './clock-watch.ts'
export { kioskRoom } from './kiosk-room.ts'
export { Standing } from './standing.ts'
export { watchClock } from './watch-clock.ts'
