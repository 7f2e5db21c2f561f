/**
 * The forms of Vietnamese plates, tried in the order below. Where two forms allow the same characters, the order decides:
 *
 * 1. temporary, `T` first: no other form begins with T and digits;
 * 2. diplomatic, NG, QT, NN, CV: before mopeds, whose two letters include CV;
 * 3. trailers, R and RM: R was also a car's letter before 2010, but those cars have been given new plates since;
 * 4. the zones LB in Quảng Trị and CT in Hà Tĩnh, LA and KL anywhere: before mopeds; elsewhere LB and CT are mopeds';
 * 5. electric mopeds, MĐ, given since circular 15/2014, when orders had five digits already: with a digit behind the letters
 *    (`98-MĐ1 123.45`), and as written also without (`98-MĐ 123.45`). Five digits alone are therefore the order; a digit
 *    and an order of four they are only where a separator says so (`98-MĐ1 2345`). The key is the same either way.
 *    Special series (KT, LD, DA, CD, MK, …): before mopeds. MD and TD are taken for MĐ and TĐ, as typed without Đ;
 * 6. motorbikes of a letter and a digit with five more digits, and with four where a separator after the digit
 *    says so (`98-B1 2345`): the same characters without it are a car's (`98B-123.45`), and the key is the same;
 * 7. cars, one letter;
 * 8. motorbikes with two letters;
 * 9. the army, two letters and four digits.
 */
export const plateKinds = [
  'car',
  'motorbike',
  'trailer',
  'military',
  'diplomatic',
  'temporary',
  'economic-zone',
  'special',
  'foreign',
] as const
/** `special`: joint ventures, projects, army enterprises, tractors, trials, police machines. `foreign`: none of ours. */
export type PlateKind = (typeof plateKinds)[number]

export interface PlateForm {
  kind: PlateKind
  key: string
  display: string
  /** Two digits; null where the form has none. */
  province: string | null
}

interface Parts {
  province?: string
  country?: string
  series?: string
  order: string
}

/** Five digits are written with a dot before the last two, fewer without. */
function dotted(order: string): string {
  return order.length === 5 ? `${order.slice(0, 3)}.${order.slice(3)}` : order
}

const asCar = ({ province, series, order }: Parts): string => `${province}${series}-${dotted(order)}`
const asMotorbike = ({ province, series, order }: Parts): string => `${province}-${series} ${dotted(order)}`
const asElectric = ({ province, series, order }: Parts): string => `${province}-MĐ${series} ${dotted(order)}`

interface Form {
  kind: PlateKind
  /** Of the characters alone, Đ as D. */
  pattern: RegExp
  /** Of the plate as typed, separators kept, where only they can tell. */
  typed?: RegExp
  display: (parts: Parts) => string
  /** The key, where it is not simply the characters. */
  key?: (parts: Parts) => string
}

const forms: readonly Form[] = [
  {
    kind: 'temporary',
    pattern: /^T(?<province>\d{2})(?<order>\d{5,6})$/,
    display: ({ province, order }) => `T${province}-${dotted(order)}`,
  },
  {
    kind: 'diplomatic',
    pattern: /^(?<province>\d{2})(?<country>\d{3})(?<series>NG|QT|NN|CV)(?<order>\d{2})$/,
    display: ({ province, country, series, order }) => `${province}-${country}-${series}-${order}`,
  },
  {
    // The square plate has the same groups in another order (80-NG 011-01): one plate, one key.
    kind: 'diplomatic',
    pattern: /^(?<province>\d{2})(?<series>NG|QT|NN|CV)(?<country>\d{3})(?<order>\d{2})$/,
    display: ({ province, country, series, order }) => `${province}-${country}-${series}-${order}`,
    key: ({ province, country, series, order }) => `${province}${country}${series}${order}`,
  },
  { kind: 'trailer', pattern: /^(?<province>\d{2})(?<series>RM?)(?<order>\d{4,5})$/, display: asCar },
  { kind: 'economic-zone', pattern: /^(?<province>74)(?<series>LB)(?<order>\d{4,5})$/, display: asCar },
  { kind: 'economic-zone', pattern: /^(?<province>38)(?<series>CT)(?<order>\d{4,5})$/, display: asCar },
  { kind: 'economic-zone', pattern: /^(?<province>\d{2})(?<series>LA|KL)(?<order>\d{4,5})$/, display: asCar },
  {
    kind: 'motorbike',
    pattern: /^(?<province>\d{2})MD(?<series>[1-9])(?<order>\d{5})$/,
    display: asElectric,
  },
  {
    kind: 'motorbike',
    pattern: /^(?<province>\d{2})MD(?<series>[1-9])(?<order>\d{4})$/,
    typed: /^\d{2}[-. ]?M[ĐD][1-9][-. ]\d{4}$/,
    display: asElectric,
  },
  { kind: 'motorbike', pattern: /^(?<province>\d{2})MD(?<series>)(?<order>\d{5})$/, display: asElectric },
  {
    kind: 'special',
    pattern: /^(?<province>\d{2})TD(?<series>)(?<order>\d{4,5})$/,
    display: ({ province, order }) => `${province}TĐ-${dotted(order)}`,
  },
  {
    kind: 'special',
    pattern: /^(?<province>\d{2})(?<series>KT|LD|DA|CD|MK|HC|MA|SA|XA)(?<order>\d{4,5})$/,
    display: asCar,
  },
  { kind: 'special', pattern: /^(?<province>\d{2})(?<series>(?:MK|HC|MA|SA|XA)\d)(?<order>\d{5})$/, display: asCar },
  { kind: 'motorbike', pattern: /^(?<province>\d{2})(?<series>[A-Z][1-9])(?<order>\d{5})$/, display: asMotorbike },
  {
    kind: 'motorbike',
    pattern: /^(?<province>\d{2})(?<series>[A-Z][1-9])(?<order>\d{4})$/,
    typed: /^\d{2}[-. ]?[A-Z][1-9][-. ]\d{4}$/,
    display: asMotorbike,
  },
  { kind: 'car', pattern: /^(?<province>\d{2})(?<series>[A-HK-NPS-VXYZ])(?<order>\d{4,5})$/, display: asCar },
  // Letters given up in 2010, when numbers had four digits.
  { kind: 'car', pattern: /^(?<province>\d{2})(?<series>[IJOQ])(?<order>\d{4})$/, display: asCar },
  {
    kind: 'motorbike',
    pattern: /^(?<province>\d{2})(?<series>[A-HK-NPS-VXYZ][A-HK-NPR-VXYZ])(?<order>\d{4,5})$/,
    display: asMotorbike,
  },
  {
    kind: 'military',
    pattern: /^(?<series>[A-DHKPQTV][A-X]B?)(?<order>\d{4})$/,
    display: ({ series, order }) => `${series}-${order.slice(0, 2)}-${order.slice(2)}`,
  },
]

/**
 * Finds the form of a plate. `bare`: its letters and digits in upper case, Đ as D; `typed`: the same with its separators.
 * Null where no form fits. Whether the province exists is not asked here.
 */
export function readPlateForm(bare: string, typed: string): PlateForm | null {
  for (const { kind, pattern, typed: asTyped, display, key } of forms) {
    if (asTyped && !asTyped.test(typed)) continue
    const groups = pattern.exec(bare)?.groups
    const order = groups?.['order']
    if (order === undefined) continue
    const parts: Parts = { ...groups, order }
    return { kind, key: key?.(parts) ?? bare, display: display(parts), province: parts.province ?? null }
  }
  return null
}
