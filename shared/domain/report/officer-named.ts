/** Whose crossings a report is asked for, by number or by name as somebody types it. */
import * as v from 'valibot'
import { foldLetters } from '../person/letter-folding.ts'

/** Somebody who is or was an officer here. */
export const knownOfficerSchema = v.strictObject({ number: v.string(), name: v.string(), rank: v.string() })
export type KnownOfficer = v.InferOutput<typeof knownOfficerSchema>

/** Their number; or nobody's name has what was typed, or several people's has. */
export type OfficerNamed =
  | { kind: 'one'; number: string }
  | { kind: 'nobody' }
  | { kind: 'several'; officers: readonly KnownOfficer[] }

/** A number as the filter takes it: also of somebody whose name this journal does not have. */
const number = /^(?=.*\d)\S{1,40}$/

/** Marks and case do not count, and part of a name is enough where it is one officer's alone. */
export function officerNamed(typed: string, known: readonly KnownOfficer[]): OfficerNamed {
  const text = typed.normalize('NFC').trim()
  if (known.some((each) => each.number === text)) return { kind: 'one', number: text }
  if (number.test(text)) return { kind: 'one', number: text }
  const wanted = foldLetters(text, 'plain').toLowerCase()
  const officers = known.filter(({ name }) => foldLetters(name, 'plain').toLowerCase().includes(wanted))
  const [first] = officers
  if (!first || wanted === '') return { kind: 'nobody' }
  return officers.length === 1 ? { kind: 'one', number: first.number } : { kind: 'several', officers }
}
