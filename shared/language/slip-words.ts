/** What a slip says, in both languages at once: whoever is handed it may read either. */
import type { Slip } from '../contract/slip-schema.ts'
import { findingCodes } from '../domain/finding/finding-codes.ts'
import { reasonWords } from './crossing-words.ts'
import type { Locale } from './locale.ts'

const words = {
  vi: {
    refused: 'PHIẾU TỪ CHỐI QUA CHỐT',
    referred: 'PHIẾU CHUYỂN Y TẾ',
    number: 'Số phiếu',
    why: 'Lý do',
    goRefused: 'Đề nghị quay lại nơi đi. Khi có kết quả xét nghiệm hợp lệ, quay lại chốt và đưa phiếu này.',
    goReferred: 'Đề nghị đến {place} để kiểm tra, xét nghiệm. Đưa phiếu này cho cán bộ y tế, rồi quay lại chốt.',
    place: 'trạm y tế của chốt',
    practice: 'TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ',
    code: 'Mã để cán bộ chốt quét. Phiếu không ghi tên ai.',
    lane: 'làn',
  },
  en: {
    refused: 'REFUSED AT THE CHECKPOINT',
    referred: 'REFERRED TO THE MEDICAL POST',
    number: 'Slip no.',
    why: 'Reason',
    goRefused: 'Please turn back. Once you have a valid test result, return to the checkpoint and hand over this slip.',
    goReferred: 'Please go to {place} to be examined and tested. Show them this slip, then return to the checkpoint.',
    place: 'the checkpoint’s medical post',
    practice: 'PRACTICE – NOT VALID',
    code: 'For the officers to scan. The slip names nobody.',
    lane: 'lane',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** The words of one slip in one language. */
export function slipWords(locale: Locale, { decision, medicalPost, reasons, why }: Slip) {
  const said = words[locale]
  const go = decision === 'refused' ? said.goRefused : said.goReferred.replace('{place}', medicalPost ?? said.place)
  return {
    ...said,
    title: said[decision],
    go,
    reasons: [
      ...reasons.map((code) => findingCodes[code].short[locale]),
      ...(why === null ? [] : [reasonWords[locale][why]]),
    ],
  }
}
