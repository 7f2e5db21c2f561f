/** Payment codes of merchants and banks (EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode). */

/** NAPAS's application identifier: what makes an EMVCo code a VietQR transfer. */
const napas = 'A000000727'

/** The items of one level, by identifier; null where the lengths do not add up (EMVCo §3.2). */
function readItems(text: string): Map<string, string> | null {
  const items = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const head = text.slice(at, at + 4)
    if (!/^\d{4}$/.test(head)) return null
    const end = at + 4 + Number(head.slice(2))
    if (end > text.length) return null
    items.set(head.slice(0, 2), text.slice(at + 4, end))
    at = end
  }
  return items
}

/** Reads a payment code; null where the text is none. Amounts, accounts and check sum are of no concern here. */
export function readPaymentCode(text: string): { vietQr: boolean } | null {
  // Payload format indicator 00, always first and always 01.
  if (!text.startsWith('000201')) return null
  const items = readItems(text)
  if (!items?.has('63')) return null
  const account = readItems(items.get('38') ?? '')
  return { vietQr: account?.get('00') === napas }
}
