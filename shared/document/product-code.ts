/** Article numbers of GS1 (EAN, UPC, GTIN), by their length and check digit. */

export type ProductSymbology = 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14'

const symbologyOf: Readonly<Record<number, ProductSymbology>> = {
  8: 'GTIN-8',
  12: 'GTIN-12',
  13: 'GTIN-13',
  14: 'GTIN-14',
}

/** Reads an article number; null where the length or the check digit (GS1 General Specifications §7.9) is not right. */
export function readProductCode(text: string): { symbology: ProductSymbology; digits: string } | null {
  const symbology = symbologyOf[text.length]
  if (!symbology || !/^\d+$/.test(text)) return null
  let sum = 0
  for (let index = 0; index < text.length; index++) {
    // The check digit itself weighs 1, its neighbour 3, and so on to the left.
    sum += Number(text.charAt(index)) * ((text.length - 1 - index) % 2 === 0 ? 1 : 3)
  }
  return sum % 10 === 0 && /[1-9]/.test(text) ? { symbology, digits: text } : null
}
