/** Names in X.509 certificates (RFC 5280 §4.1.2.4). */
import { childrenOf, oidOf, tags, type Element } from './der.ts'

const commonName = '2.5.4.3'
const organisation = '2.5.4.10'
const country = '2.5.4.6'
const locality = '2.5.4.7'

const bmpString = 0x1e

/** One part of a name. */
interface NamePart {
  type: string
  text: string
}

/**
 * The text of a directory string. BMPString is the only one in use whose bytes are not ASCII or UTF-8; T.61 beyond
 * ASCII is read as UTF-8, which does for comparing.
 */
function textOf({ tag, content }: Element): string {
  return tag === bmpString && content.length % 2 === 0
    ? Buffer.from(content).swap16().toString('utf16le')
    : content.toString('utf8')
}

function partsOf(name: Element): NamePart[] {
  return childrenOf(name).flatMap((relative) =>
    childrenOf(relative, tags.set).flatMap((attribute) => {
      const [type, value] = childrenOf(attribute)
      return value ? [{ type: oidOf(type), text: textOf(value) }] : []
    }),
  )
}

/** A name as it is compared and shown. */
export interface Name {
  /** Equal for equal names: case, string types and spacing make no difference (RFC 5280 §7.1). */
  comparable: string
  /** `C=VN, CN=…`, with the last part of each object identifier where it is not a common one. */
  shown: string
  /** Who it is, as one line: its organisation, else its common name, else all of it. */
  called: string
  /** Upper case; two letters in certificates of states. */
  country: string | null
  /** Upper case; in the alternative name of a state's certificates its code as in passports (ICAO 9303-12 §7.1.1). */
  locality: string | null
}

const shortNames: ReadonlyMap<string, string> = new Map([
  [country, 'C'],
  [locality, 'L'],
  [commonName, 'CN'],
  [organisation, 'O'],
  ['2.5.4.11', 'OU'],
])

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/**
 * Reads a distinguished name.
 * @throws NotDer
 */
export function readName(element: Element): Name {
  const parts = partsOf(element)
  const find = (wanted: string): string | null => parts.find(({ type }) => type === wanted)?.text.trim() ?? null
  const shown = parts.map(({ type, text }) => `${shortNames.get(type) ?? type}=${text}`).join(', ')
  return {
    comparable: JSON.stringify(parts.map(({ type, text }) => [type, plain(text)])),
    shown,
    called: find(organisation) ?? find(commonName) ?? shown,
    country: find(country)?.toUpperCase() ?? null,
    locality: find(locality)?.toUpperCase() ?? null,
  }
}
