/** What choices are called in a report, beside the words that the screen has for them too. */
import { countedAs, findingCodes, isFindingCode } from '../../shared/domain/finding/finding-codes.ts'
import { inBoth, type Locale } from '../../shared/language/locale.ts'
import { vehicleKindWords } from '../../shared/language/crossing-words.ts'

type Words = Record<Locale, Readonly<Record<string, string>>>

const byLocale = (of: (locale: Locale) => Readonly<Record<string, string>>): Words => ({ vi: of('vi'), en: of('en') })

const onFoot = { vi: 'đi bộ', en: 'on foot' } as const

/** Of a crossing without a vehicle, and of a vehicle of which nobody said what it was. */
export const kindWords: Words = byLocale((locale) => ({ 'on-foot': onFoot[locale], ...vehicleKindWords[locale] }))

/** Why a verdict was what it was, without the values that its sentence quotes: those are not kept. */
export const findingWords: Words = byLocale((locale) =>
  Object.fromEntries(
    Object.keys(findingCodes)
      .filter(isFindingCode)
      .map((code) => [code, countedAs(code)[locale]]),
  ),
)

export const statementWords: Words = {
  vi: { test: 'xét nghiệm', vaccination: 'tiêm chủng', recovery: 'khỏi bệnh' },
  en: { test: 'test', vaccination: 'vaccination', recovery: 'recovery' },
}

export const documentWords: Words = {
  vi: { 'citizen-card': 'căn cước', 'health-insurance-card': 'thẻ BHYT', 'personal-code': 'mã cá nhân' },
  en: { 'citizen-card': 'citizen card', 'health-insurance-card': 'insurance card', 'personal-code': 'personal code' },
}

export const methodWords: Words = {
  vi: { naat: 'RT-PCR', 'rapid-antigen': 'test nhanh', unknown: 'không rõ' },
  en: { naat: 'RT-PCR', 'rapid-antigen': 'rapid antigen', unknown: 'unclear' },
}

export const resultWords: Words = {
  vi: { negative: 'âm tính', positive: 'dương tính', unknown: 'không rõ' },
  en: { negative: 'negative', positive: 'positive', unknown: 'unclear' },
}

/** On whose word somebody was let pass against the verdict. */
export const aboveWords: Words = {
  vi: { permission: 'chỉ huy cho phép', emergency: 'cấp cứu, không kịp hỏi' },
  en: { permission: 'supervisor permitted', emergency: 'emergency, no time to ask' },
}

export const amendedWords: Words = {
  vi: { recorded: 'như đã ghi', amended: 'đã sửa' },
  en: { recorded: 'as recorded', amended: 'corrected' },
}

/** Formats are called what their own specification calls them, in every language. */
export const formatWords: Words = byLocale(() => ({ HC1: 'HC1', SHC: 'SHC', 'VDS-NC': 'VDS-NC', NZCP: 'NZCP' }))

/** What stands over a report that is not for everybody (Nghị định 30/2020, Phụ lục I, ô số 11), or not of real people. */
const markings = {
  practice: { vi: 'TẬP HUẤN, KHÔNG CÓ THẬT', en: 'PRACTICE, NOT REAL' },
  internal: { vi: 'LƯU HÀNH NỘI BỘ', en: 'INTERNAL USE ONLY' },
} as const

/** In both languages, where anything is to be said; null: nothing. */
export function markingOf({ practice, identities }: { practice: boolean; identities: boolean }) {
  const said = [...(practice ? [markings.practice] : []), ...(identities ? [markings.internal] : [])]
  return said.length === 0 ? null : inBoth((locale) => said.map((each) => each[locale]).join(' · '))
}
