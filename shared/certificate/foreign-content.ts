/**
 * Signed content that is well formed and that this program does not read. It is no fault of whoever shows it: what
 * cannot be read here is not invalid. So it is named, as far as it can be, and never accepted.
 */

/** What it seems to be, in words that go into a sentence; `{name}` is what the content calls itself. */
export const foreignContentWords = {
  'who-vaccination': {
    vi: 'chứng nhận tiêm chủng theo mẫu của Tổ chức Y tế Thế giới',
    en: 'a vaccination certificate in the form of the World Health Organization',
  },
  'who-test': {
    vi: 'kết quả xét nghiệm theo mẫu của Tổ chức Y tế Thế giới',
    en: 'a test result in the form of the World Health Organization',
  },
  'who-vaccination-booklet': {
    vi: 'sổ tiêm chủng quốc tế điện tử',
    en: 'a digital international certificate of vaccination',
  },
  'health-link': { vi: 'đường dẫn tới hồ sơ sức khỏe', en: 'a link to a health record' },
  'health-certificate': { vi: 'chứng nhận y tế loại {name}', en: 'a health certificate of kind {name}' },
  'health-statement': {
    vi: 'chứng nhận y tế ghi nội dung khác ({name})',
    en: 'a health certificate that states something else ({name})',
  },
  'schema-version': {
    vi: 'chứng nhận y tế phiên bản {name}',
    en: 'a health certificate of version {name}',
  },
  'record-release': {
    vi: 'thẻ y tế theo chuẩn FHIR phiên bản {name}',
    en: 'a health card of FHIR release {name}',
  },
  credential: { vi: 'giấy xác nhận điện tử loại {name}', en: 'a digital credential of kind {name}' },
  'travel-seal': { vi: 'giấy tờ đi lại có chữ ký số, loại {name}', en: 'a signed travel document of kind {name}' },
  'signed-content': { vi: 'nội dung có chữ ký thuộc loại khác', en: 'signed content of another kind' },
} as const satisfies Record<string, { vi: string; en: string }>

export type ForeignContentKind = keyof typeof foreignContentWords

/** What signed content seems to be. */
export interface ForeignContent {
  kind: ForeignContentKind
  /** What it calls itself, as the code has it; empty where the kind says it all. To be shown as text only. */
  name: string
}

/** A signed token without the claim that its format is for: somebody's, about something else. */
export const otherClaims: ForeignContent = { kind: 'signed-content', name: '' }

/**
 * Health certificates under claim −260 other than the DCC, by their number (WHO, "Electronic Health Certificate
 * Specification" 1.1, and the logical model HCert of its trust network).
 */
const byHealthClaim: ReadonlyMap<unknown, ForeignContentKind> = new Map([
  [3, 'who-vaccination'],
  [4, 'who-test'],
  [5, 'health-link'],
  [-6, 'who-vaccination-booklet'],
])

/** Which health certificate stands under one of these numbers; the first of several that is known. */
export function foreignHealthClaim(numbers: readonly unknown[]): ForeignContent {
  const number = numbers.find((each) => byHealthClaim.has(each)) ?? numbers[0]
  return { kind: byHealthClaim.get(number) ?? 'health-certificate', name: String(number) }
}

/** A credential by its types (W3C Verifiable Credentials §4.3), the last of which is the most particular. */
export function foreignCredential(types: readonly unknown[]): ForeignContent {
  const names = types.filter((type) => typeof type === 'string')
  return { kind: 'credential', name: names.at(-1)?.split(/[/#]/).at(-1) ?? '' }
}
