/** Values of options that several subcommands read alike. */
import { UsageError } from '../../main/terminal/index.ts'

/**
 * A whole number of an option; undefined where it was not given.
 * @throws UsageError
 */
export function readCount(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,5}$/.test(text) && Number(text) <= most) return Number(text)
  throw new UsageError(
    { vi: '{option} nhận số nguyên từ 1 đến {most}', en: '{option} takes a whole number from 1 to {most}' },
    { option, most },
  )
}

/** What an option that takes one of a few words was given. @throws UsageError */
export function readChoice<T extends string>(option: string, given: string, known: readonly T[]): T {
  const choice = known.find((each) => each === given)
  if (choice !== undefined) return choice
  throw new UsageError(
    { vi: '{option} nhận {known}; không nhận "{given}"', en: '{option} takes {known}; not "{given}"' },
    { option, known: known.join(', '), given },
  )
}

/** A country as ISO 3166 writes it in two letters. @throws UsageError */
export function readCountry(given: string): string {
  const country = given.toUpperCase()
  if (/^[A-Z]{2}$/.test(country)) return country
  throw new UsageError({ vi: '--country nhận hai chữ cái, ví dụ VN', en: '--country takes two letters, as in VN' })
}
