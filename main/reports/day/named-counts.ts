/** Counts by a text that people wrote: the same place whichever way its marks and letters were typed. */
import { foldLetters } from '../../../shared/domain/person/letter-folding.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import type { Count, Named } from '../../../shared/domain/report/totals.ts'

/** Different texts that are told apart: more places than there are; what comes beyond is one. */
const mostTexts = 5000

export class NamedCounts {
  private readonly counts = new Map<string, Named>()
  private readonly beyond: Count = { crossings: 0, people: 0 }

  add(text: string, people: number): void {
    const name = shownText(text.normalize('NFC'))
    const key = foldLetters(name, 'plain')
    const count = this.counts.get(key) ?? this.begin(key, name)
    count.crossings++
    count.people += people
  }

  private begin(key: string, name: string): Count {
    if (this.counts.size >= mostTexts) return this.beyond
    const count = { name, crossings: 0, people: 0 }
    this.counts.set(key, count)
    return count
  }

  /** So many of the largest, those of equal size by their names, and all the others together. */
  most(size: number): { named: Named[]; others: Count } {
    const sorted = [...this.counts.values()].toSorted(
      (one, other) => other.crossings - one.crossings || one.name.localeCompare(other.name, 'vi'),
    )
    const others = { ...this.beyond }
    for (const { crossings, people } of sorted.slice(size)) {
      others.crossings += crossings
      others.people += people
    }
    return { named: sorted.slice(0, size), others }
  }
}
