/** How many keys of which country, the most first. */
import type { Locale } from '../../shared/language/locale.ts'
import { shownText } from '../../shared/language/shown-text.ts'

const noCountry = { vi: 'không ghi nước', en: 'no country' } as const

/** `DE 12, FR 3`; a list is one line however many keys it has. */
export function countryCounts(keys: readonly { country?: string }[], locale: Locale): string {
  const counts = new Map<string, number>()
  for (const { country = noCountry[locale] } of keys) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts]
    .toSorted(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .map(([country, count]) => `${shownText(country)} ${count}`)
    .join(', ')
}
