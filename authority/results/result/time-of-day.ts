/** A time of day as laboratories write it. */

const written = /^(\d{1,2})[:hg](\d{2})(?::(\d{2}))?$/i

/** Spells `7h30`, `07g30` and `07:30:00` as ISO 8601 does; null where it is spelled otherwise. Judges no value. */
export function spelledTimeOfDay(text: string): string | null {
  const [, hours, minutes, seconds] = written.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  return [hours.padStart(2, '0'), minutes, ...(seconds === undefined ? [] : [seconds])].join(':')
}
