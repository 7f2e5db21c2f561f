/** A line of the details list: what it is, and what the code says. */
import type { MessageKey } from '../../i18n/catalogue.ts'

export interface Field {
  label: Extract<MessageKey, `field.${string}`>
  value: string
}

/** A line that may have nothing to say. */
export type FieldRow = readonly [Field['label'], string | null | undefined]

/** The rows that have a value. */
export function presentFields(rows: readonly FieldRow[]): Field[] {
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
