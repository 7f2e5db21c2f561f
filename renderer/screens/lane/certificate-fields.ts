/** The certificate's fields as the details list them: label and value, absent ones left out. */
import type { Certificate } from '../../../shared/certificate/certificate.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'
import { sayDate } from './holder-facts.ts'

export interface Field {
  label: Extract<MessageKey, `field.${string}`>
  value: string
}

/** In the order in which an officer compares them with a paper. */
export function certificateFields({ holder, statement, ...envelope }: Certificate): Field[] {
  const letters = holder.transliterated
  const test = statement.kind === 'test' ? statement : null
  const fields: [Field['label'], string | null | undefined][] = [
    ['field.transliterated', letters && `${letters.family} ${letters.given}`.replaceAll('<', ' ').trim()],
    ['field.birthDate', holder.birthDate && sayDate(holder.birthDate)],
    ['field.sampled', test?.sampled && (test.sampled.zoned ? formatInstant(test.sampled.latest) : test.sampled.text)],
    ['field.centre', test?.centre],
    ['field.authority', statement.authority],
    ['field.country', statement.country],
    ['field.identifier', statement.identifier],
    ['field.issuedAt', envelope.issuedAt === null ? null : formatInstant(envelope.issuedAt)],
    ['field.expiresAt', envelope.expiresAt === null ? null : formatInstant(envelope.expiresAt)],
    ['field.issuer', envelope.issuer],
    ['field.kid', envelope.kid],
    ['field.format', envelope.format],
  ]
  return fields.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
