import { describe, expect, it } from 'vitest'
import { catalogues, speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { quotesIn } from '../../../../renderer/screens/help/quotes.ts'
import { situations } from '../../../../renderer/screens/help/help.tsx'
import { locales } from '../../../../shared/language/locale.ts'

/** What a message names in braces. */
const namedIn = (message: string): string[] => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

describe.each(locales)('the help page in %s', (locale) => {
  const quotes = quotesIn(locale)
  const speak = speakIn(locale)
  const parts = situations.flatMap((each) => [`guide.${each}.title`, `guide.${each}.steps`] as const)

  it('quotes nothing that the screen does not say', () => {
    const named = parts.flatMap((part) => namedIn(catalogues[locale][part]))
    expect(named.filter((name) => !quotes[name])).toEqual([])
  })

  it('has no word for quoting that it does not quote', () => {
    const named = new Set(parts.flatMap((part) => namedIn(catalogues[locale][part])))
    expect(Object.keys(quotes).filter((name) => !named.has(name))).toEqual([])
  })

  it('says of every situation what to do, in sentences of one line each', () => {
    for (const each of situations) {
      for (const step of speak(`guide.${each}.steps`, quotes).split('\n')) expect(step).toMatch(/^\S.*[.]$/)
    }
  })
})

describe('what the help page quotes', () => {
  it('is a key as the keyboard bears it, with what the key map says of it', () => {
    expect(quotesIn('vi')).toMatchObject({
      admit: '[F1] Cho qua',
      abandon: '[Del] Bỏ lượt',
      retry: '[Ctrl+L] Tải lại Chốt',
    })
    expect(quotesIn('en')).toMatchObject({
      same: '[F6] Same person',
      menu: '[F12] Menu',
      confirm: '[F7] Clock is right',
    })
  })

  it('is how a bar or a panel begins', () => {
    expect(quotesIn('vi')).toMatchObject({
      disk: 'Ổ ĐĨA ĐẦY',
      clock: 'Giờ máy có thể sai',
      missing: 'ĐẠT 1 · còn thiếu 3',
    })
    expect(quotesIn('en')).toMatchObject({ some: 'VALID 1 · not counted', lost: 'NOT CONNECTED to the program' })
  })
})
