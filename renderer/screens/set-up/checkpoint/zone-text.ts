/** A zone as a person writes it: `+7`, `UTC+7`, `+05:30`. */

/** Hà Nội's, which a checkpoint begins with. */
export const usualZone = '+7'

const written = /^(?:UTC|GMT)?\s*([+\-−])?\s*(\d{1,2})(?::?(\d{2}))?$/i

/** Minutes east of UTC, from -12 to +14 hours; null where the text is no zone. */
export function readZone(text: string): number | null {
  const [whole, sign, hours = '', minutes = '0'] = written.exec(text.trim()) ?? []
  if (whole === undefined || Number(minutes) > 59) return null
  const size = Number(hours) * 60 + Number(minutes)
  const east = sign === undefined || sign === '+' ? size : -size
  return east >= -12 * 60 && east <= 14 * 60 ? east : null
}

/** The shortest way to write it. @param minutes east of UTC */
export function sayZone(minutes: number): string {
  const size = Math.abs(minutes)
  const rest = size % 60
  const clock = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`
  return `${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${clock}`
}
