/**
 * The one table of finding codes, a file a check. Codes are stable: they are stored in journals and read by other
 * programs.
 *
 * Each row is one whole sentence for the person at the checkpoint, in both languages: what it means, then what to do;
 * and the reason in at most `longestShort` characters, to be read from a metre and a half. Both may quote values of the
 * finding (`{hours}`); a value whose name ends in `At` is an instant. docs/finding-codes.md is generated from it.
 */
import { clockCodes } from './codes/clock.ts'
import { formatCodes } from './codes/format.ts'
import { identityCodes } from './codes/identity.ts'
import { keyCodes } from './codes/key.ts'
import { paperCodes } from './codes/paper.ts'
import { periodCodes } from './codes/period.ts'
import { repeatCodes } from './codes/repeat.ts'
import { revocationCodes } from './codes/revocation.ts'
import { rulesCodes } from './codes/rules.ts'
import { signatureCodes } from './codes/signature.ts'
import { structureCodes } from './codes/structure.ts'
import { trustAgeCodes } from './codes/trust-age.ts'
import type { Check, Status } from './check.ts'

/** Longer, a reason does not stand in one line at the size in which it must be read (UTF-16 units after NFC). */
export const longestShort = 32

/** One row of the table. */
export interface FindingCodeEntry {
  check: Check
  status: Status
  vi: string
  en: string
  /** What the sentence tells the officer to decide; where it is left out, a failure tells to refuse or refer, else nothing. */
  advises?: readonly ('refused' | 'referred')[]
  /** The reason alone, without what to do: never a stranger's text, whose length nobody knows. */
  short: { vi: string; en: string }
  /** The same where the values that `short` quotes are not kept, as in a count: of every code whose `short` quotes any. */
  counted?: { vi: string; en: string }
}

export const findingCodes = {
  ...formatCodes,
  ...paperCodes,
  ...structureCodes,
  ...signatureCodes,
  ...keyCodes,
  ...periodCodes,
  ...revocationCodes,
  ...rulesCodes,
  ...trustAgeCodes,
  ...clockCodes,
  ...identityCodes,
  ...repeatCodes,
} as const satisfies Record<string, FindingCodeEntry>

export type FindingCode = keyof typeof findingCodes

/** A code in few words, without the values of a finding: why so many people were not accepted. */
export function countedAs(code: FindingCode): { vi: string; en: string } {
  const entry: FindingCodeEntry = findingCodes[code]
  return entry.counted ?? entry.short
}

/** Is this text one of our codes? */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(findingCodes, text)
}
