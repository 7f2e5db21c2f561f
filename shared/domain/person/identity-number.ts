/** Comparing identity numbers of which the first digits may be masked, and which may be of different kinds. */

/**
 * `personal`: the twelve digits given for life. `old`: the nine of the identity card before, given anew in another
 * province. `insurance`: the ten digits of a person within the health-insurance number, for life.
 * `other`: passports and all else.
 */
export type NumberKind = 'personal' | 'old' | 'insurance' | 'other'

export interface IdentityNumber {
  kind: NumberKind
  /** Upper case; `*` where masked. */
  text: string
}

/** Recognises what kind of number this is, by its length and form; null where it is empty. */
export function readIdentityNumber(text: string): IdentityNumber | null {
  const cleaned = text.toUpperCase().replace(/[^A-Z0-9*]/g, '')
  if (cleaned === '') return null
  if (/^[\d*]{12}$/.test(cleaned)) return { kind: 'personal', text: cleaned }
  if (/^[\d*]{9}$/.test(cleaned)) return { kind: 'old', text: cleaned }
  // The letters and the digit of benefit before the ten change with the person's work.
  if (/^(?:[A-Z]{2}\d{3})?\d{10}$/.test(cleaned)) return { kind: 'insurance', text: cleaned.slice(-10) }
  return { kind: 'other', text: cleaned }
}

/**
 * `equal`: the same, nothing masked. `compatible`: what can be seen is the same. `contradicting`: differ, nothing masked,
 * of a kind that a person has only one of. `differing`: differ otherwise: a renewed passport, an old number of another
 * province, a masked number. `unknown`: not of one kind, or nothing to be seen.
 */
export type NumberComparison = 'equal' | 'compatible' | 'contradicting' | 'differing' | 'unknown'

function comparePair(a: IdentityNumber, b: IdentityNumber): NumberComparison {
  if (a.kind !== b.kind) return 'unknown'
  const masked = a.text.includes('*') || b.text.includes('*')
  if (!masked && a.text === b.text) return 'equal'
  if (!masked) return a.kind === 'personal' || a.kind === 'insurance' ? 'contradicting' : 'differing'
  if (a.text.length !== b.text.length) return 'differing'
  let seen = 0
  for (let index = 0; index < a.text.length; index++) {
    const one = a.text.charAt(index)
    const other = b.text.charAt(index)
    if (one === '*' || other === '*') continue
    if (one !== other) return 'differing'
    seen += 1
  }
  return seen === 0 ? 'unknown' : 'compatible'
}

/** Within one kind the closest pair counts: a card may carry a cancelled number beside the one in force. */
const closest: readonly NumberComparison[] = ['equal', 'compatible', 'differing', 'contradicting', 'unknown']
/** Between kinds a contradiction outweighs agreement. */
const telling: readonly NumberComparison[] = ['contradicting', 'equal', 'differing', 'compatible', 'unknown']

function first(order: readonly NumberComparison[], found: readonly NumberComparison[]): NumberComparison {
  return order.find((comparison) => found.includes(comparison)) ?? 'unknown'
}

/** Compares all numbers of one side with all of the other. */
export function compareIdentityNumbers(
  one: readonly IdentityNumber[],
  other: readonly IdentityNumber[],
): NumberComparison {
  const kinds = new Set(one.map(({ kind }) => kind))
  const ofKind = (kind: NumberKind): NumberComparison =>
    first(
      closest,
      one.filter((a) => a.kind === kind).flatMap((a) => other.map((b) => comparePair(a, b))),
    )
  return first(telling, [...kinds].map(ofKind))
}
