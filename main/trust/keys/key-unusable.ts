/** Why a key is not believed, in words for who brought it. */
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'

const phrases = {
  damaged: { vi: 'khóa công khai bị hỏng', en: 'the public key is damaged' },
  'type-unsupported': {
    vi: 'loại khóa {type} không được hỗ trợ',
    en: 'keys of type {type} are not supported',
  },
  'curve-missing': { vi: 'khóa đường cong elliptic không ghi đường cong', en: 'an elliptic-curve key without a curve' },
  'curve-unsupported': {
    vi: 'đường cong elliptic {curve} không thuộc chuẩn nào của các chứng nhận này',
    en: 'elliptic curve {curve} is none that the standards of these certificates name',
  },
  'curve-own': {
    vi: 'đường cong elliptic tự đặt không được hỗ trợ',
    en: 'elliptic curve of its own making is not supported',
  },
  'point-compressed': { vi: 'điểm dạng nén không được hỗ trợ', en: 'compressed point is not supported' },
  'critical-extension': {
    vi: 'chứng thư có phần mở rộng bắt buộc phải hiểu mà chương trình không biết',
    en: 'the certificate has a critical extension that is not known here',
  },
  'not-for-signatures': {
    vi: 'khóa không dùng để kiểm tra chữ ký ("use", "key_ops")',
    en: 'the key is not one for verifying signatures ("use", "key_ops")',
  },
  'crowded-out': {
    vi: 'quá {most} khóa có cùng mã khóa, hoặc không có mã khóa',
    en: 'more than {most} keys have its identifier, or none at all',
  },
  'rsa-size': {
    vi: 'khóa RSA {bits} bit; chỉ tin khóa từ {least} đến {most} bit',
    en: 'an RSA key of {bits} bits; only keys of {least} to {most} bits are believed',
  },
  'rsa-exponent': {
    vi: 'số mũ công khai của khóa RSA không an toàn',
    en: 'the public exponent of the RSA key is not a safe one',
  },
} as const satisfies Record<string, Record<Locale, string>>

export type KeyFault = keyof typeof phrases

/** A key that is not believed; `message` says why, `phrase` in either language. */
export class KeyUnusable extends Error {
  readonly code = 'KEY_UNUSABLE'
  readonly fault: KeyFault
  private readonly values: FindingValues
  constructor(fault: KeyFault, values: FindingValues = {}, cause?: unknown) {
    super(say('en', phrases[fault].en, values), { cause })
    this.name = 'KeyUnusable'
    this.fault = fault
    this.values = values
  }

  phrase(locale: Locale): string {
    return say(locale, phrases[this.fault][locale], this.values)
  }
}
