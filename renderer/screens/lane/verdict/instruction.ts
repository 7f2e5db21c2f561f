/** The one sentence under a crossing's word: why, and what to do next. */
import type { ShownCrossing, ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import type { Speak } from '../../../i18n/catalogue.ts'

/** Of what speaks against the crossing itself, else of the worst of its people, else of what is still to be done. */
export function sayInstruction(locale: Locale, speak: Speak, crossing: ShownCrossing): string {
  const { whole, travellers, current } = crossing
  const { worst, filled, completeness, missing, reasons } = whole
  const [against] = reasons
  const worstOf = travellers.filter(({ outcome }) => isAs(outcome, worst))
  const telling = worstOf.find(({ id }) => id === current) ?? worstOf[0]
  if (worst === 'rejected' && telling) return ofPerson(locale, telling, travellers.length > 1)
  if (against) return sayFinding(locale, against)
  if (worst !== 'accepted') return telling ? ofPerson(locale, telling, travellers.length > 1) : ''
  if (filled) return speak(completeness === 'alone' ? 'whole.admitOne' : 'whole.admit')
  return missing > 0 ? speak('whole.missing', { missing }) : speak('whole.count')
}

/** Who is unreadable is to be checked. */
function isAs(outcome: ShownTraveller['outcome'], worst: ShownTraveller['outcome']): boolean {
  return outcome === worst || (worst === 'check' && outcome === 'unreadable')
}

function ofPerson(locale: Locale, { name, reason }: ShownTraveller, named: boolean): string {
  const sentence = sayFinding(locale, reason)
  return named && name !== null ? `${shownText(name)}: ${sentence}` : sentence
}

/** So many letters fill two lines of the panel, and one of those that names stand in. */
const twoLines = 104
const oneLineOfName = 26

/**
 * Whether the sentence, or the name above it, takes more room than there commonly is: the last crossings give it theirs,
 * and then the facts.
 */
export function wantsRoom(locale: Locale, speak: Speak, crossing: ShownCrossing): boolean {
  const name = crossing.travellers.find(({ id }) => id === crossing.current)?.name ?? ''
  return name.length > oneLineOfName || sayInstruction(locale, speak, crossing).length > twoLines
}
