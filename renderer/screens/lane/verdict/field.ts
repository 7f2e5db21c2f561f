/** A line of the details list: what it is, and what the code says. */
import { shownText } from '../../../../shared/language/shown-text.ts'
import type { MessageKey } from '../../../i18n/catalogue.ts'

export interface Field {
  label: Extract<MessageKey, `field.${string}`>
  value: string
}

/** A line that may have nothing to say. */
export type FieldRow = readonly [Field['label'], string | null | undefined]

/** The rows that have a value, fit to be seen: most are a stranger's text. */
export function presentFields(rows: readonly FieldRow[]): Field[] {
  return rows.flatMap(([label, value]) => (value ? [{ label, value: shownText(value) }] : []))
}
