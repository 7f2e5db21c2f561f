/** A fingerprint that somebody reads out who has it from elsewhere, and that is typed in a terminal. */
import type { Locale } from '../../shared/language/locale.ts'
import { readOut, type ReadOut } from '../../shared/domain/secret/fingerprint.ts'
import { askLine, type Terminal } from '../terminal/index.ts'

const notYet = {
  vi: {
    short: 'Chưa đủ: gõ cả bốn nhóm, 16 chữ và số.',
    accented: 'Có chữ mang dấu: tắt bộ gõ tiếng Việt rồi gõ lại.',
  },
  en: {
    short: 'That is not all: type the four groups, 16 letters and digits.',
    accented: 'There are letters with marks: turn the Vietnamese input method off, and type it again.',
  },
} as const satisfies Record<Locale, Record<'short' | 'accented', string>>

/** Attempts at typing it, before it is begun again. */
const attempts = 3

/** What somebody typed of a fingerprint; null: nobody can be asked. What is no answer yet is asked again. */
export async function askReadOut(fingerprint: string, question: string, terminal: Terminal): Promise<ReadOut | null> {
  for (let attempt = 1; ; attempt++) {
    const typed = await askLine(question, terminal)
    if (typed === null) return null
    const heard = readOut(fingerprint, typed)
    if (heard === 'same' || heard === 'differs' || attempt === attempts) return heard
    terminal.complain(`${notYet[terminal.locale][heard]}\n`)
  }
}
