/**
 * A code inside a longer text, or spelled as something that carries texts spells them: the address of a page that shows it,
 * a line of a list, quotation marks, `%3A` for a colon, letters of full width, a line end written out (`\r\n`, `<CR>`).
 *
 * Nothing here is certain. Whoever takes one of these must find that it can be read, and of a signed code the signature
 * decides.
 */

/** The longest text that is searched, in UTF-16 units: twice what the largest QR code holds, spelled with three signs a letter. */
const longestSearched = 24 * 1024

/** A code that begins later than this stands in a document, and not in an address or a list. */
const furthestBeginning = 512

/** What may stand behind a signed code; more of it is another text, of which the code is only a part. */
const longestTail = 64

/** Beginnings of signed codes, each with the characters that it goes on in. JSON goes on to its last brace. */
const signedKinds: ReadonlyArray<readonly [beginning: RegExp, whole: RegExp]> = [
  [/HC1:/, /^HC1:[0-9A-Z $%*+\-./:]+/],
  [/shc:\/\d/i, /^shc:\/[\d/]+/i],
  [/NZCP:\/1\//, /^NZCP:\/1\/[A-Z2-7=]+/],
  [/\{\s*"(?:data|sig)"/, /^\{[^]*\}/],
]

/** Signs that stand in pairs around a text; what opens it, and what closes it. */
const pairs = ['""', "''", '“”', '‘’', '«»', '<>', '[]', '()', '{}', '**', '##', '~~', '``']

/** A line end, a tab or a cell's end that was written out in place of being sent, and what a list has behind a cell. */
const writtenEnd = /(?:\\[rnt]|\\x0[9AD]|[<[{](?:CR|LF|CRLF|ENTER|TAB|HT|GS|ETX|EOT)[>\]}]|\^[MJI]|[;,]\d{0,4}){1,4}$/i

/** The text without signs that stand in a pair around it; null where none do. */
export function withoutPair(text: string): string | null {
  const around = text.charAt(0) + text.charAt(text.length - 1)
  return text.length > 2 && pairs.includes(around) ? text.slice(1, -1) : null
}

/** `%3A` as a colon (RFC 3986 §2.1); null where the text holds none, or some that is no UTF-8. */
function percentDecoded(text: string): string | null {
  if (!/%[2-7][0-9A-F]/i.test(text)) return null
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** What a page, a program or a telephone's keyboard makes of quotation marks and ampersands. */
const signsSpelled: ReadonlyArray<readonly [RegExp, string]> = [
  [/&quot;|&#34;|\\"|[“”]/g, '"'],
  [/&amp;/g, '&'],
]

/** Letters of full width, two bytes a letter, and signs that were spelled out, as what they stand for. */
function plainly(text: string): string | null {
  if (!/[\0\uFF01-\uFF5E]|&(?:quot|amp|#34);|\\"|^\s*\{\s*[“”]/.test(text)) return null
  const narrow = text.replaceAll('\0', '').normalize('NFKC')
  return signsSpelled.reduce((spelled, [signs, meant]) => spelled.replace(signs, meant), narrow)
}

/** How else the text may have been spelled, itself first. Each is made once, of the text itself. */
function spellings(text: string): string[] {
  // A form's fields (WHATWG URL §5) have a plus for each space, and `%2B` for each plus; an address has `%20`.
  const isForm = text.includes('+') && !text.includes('%20')
  return [text, plainly(text), percentDecoded(isForm ? text.replaceAll('+', ' ') : text)].filter(
    (each) => each !== null,
  )
}

/** The text once where it is the same text twice, as a scanner that is pressed twice sends it. */
function once(text: string): string {
  for (const between of [0, 1, 2]) {
    const half = (text.length - between) / 2
    if (Number.isInteger(half) && half > 0 && text.startsWith(text.slice(0, half), half + between))
      return text.slice(0, half)
  }
  return text
}

/** Signed codes in a text: of each kind the first, with the sign that it ends with and without. */
function signedIn(text: string): string[] {
  return signedKinds.flatMap(([beginning, whole]) => {
    const at = text.slice(0, furthestBeginning).search(beginning)
    if (at < 0) return []
    const rest = once(text.slice(at))
    const code = whole.exec(rest.replace(writtenEnd, ''))?.[0]
    if (code === undefined || rest.length - code.length > longestTail) return []
    // A sign at the end may be base45's, or the second of a pair of which a scanner's mark was taken for the first.
    return [code.trimEnd(), code.trimEnd().replace(/[*+.:-]$/, '')]
  })
}

/** What signed codes a text may hold, or be when it is spelled otherwise; none of them is the text itself. */
export function signedInside(text: string): string[] {
  if (text.length > longestSearched) return []
  const found = spellings(text).flatMap((spelled) => {
    const bare = withoutPair(spelled)
    return [...signedIn(spelled), ...(bare === null ? [] : signedIn(bare))]
  })
  return [...new Set(found)].filter((code) => code !== text)
}

/** How many codes `signedInside` finds at most: three spellings, with and without signs around, of each kind one with and one without the sign at its end. */
export const mostInside = 3 * 2 * signedKinds.length * 2

/** Numbers at the end of a first field, the most particular first: a citizen's, behind a reader's `P01` too, an insured person's, any other. */
const numbers = [
  /(?<![\p{L}\p{N}])\d{12}$/u,
  /(?<=^P0\d)\d{12}$/,
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{13}$/u,
  /(?<![\p{L}\p{N}])[A-Z0-9*]{7,15}$/u,
]

/** The text from the number that an identity code begins with; as it is where it has none. */
function fromNumber(text: string): string {
  const end = text.indexOf('|')
  if (end < 0 || end > furthestBeginning) return text
  const first = text.slice(0, end)
  const at = numbers.map((number) => first.search(number)).find((found) => found >= 0)
  return at === undefined ? text : text.slice(at)
}

/** What identity codes a text may hold, or be when it is spelled otherwise; none of them is the text itself. */
export function identitiesInside(text: string): string[] {
  if (text.length > longestSearched) return []
  const spaced = text.includes(' ') ? [] : [text.replaceAll('+', ' ')]
  const found = [...spellings(text), ...spaced].map((spelled) =>
    once(fromNumber(withoutPair(spelled) ?? spelled).replace(writtenEnd, '')),
  )
  return [...new Set(found)].filter((code) => code !== text && code.includes('|'))
}
