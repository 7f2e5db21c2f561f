/** The screen's own words, for the help page to quote: keys, labels and the beginnings of bars, out of their catalogues. */
import { emptyCrossing, noVehicle } from '../../../shared/domain/crossing/open-crossing.ts'
import { outcomeOf } from '../../../shared/domain/crossing/crossing-outcome.ts'
import { findingCodes } from '../../../shared/domain/finding/finding-codes.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { outcomeWords } from '../../../shared/language/say.ts'
import { sayWholeCounts, sayWholeWord } from '../../../shared/language/whole-words.ts'
import { catalogues, speakIn, type MessageKey } from '../../i18n/catalogue.ts'
import { meaningOf, printedKey, type Deed } from '../../keys/key-map.ts'

/** Whatever the help's messages may name in braces. Keys stand in brackets before their labels. */
export function quotesIn(locale: Locale): Record<string, string> {
  const speak = speakIn(locale)
  const labelled = (deed: Deed, label: MessageKey): string => `[${printedKey(meaningOf(deed).key)}] ${speak(label)}`
  /** A key with what the key map says of it. */
  const key = (deed: Deed): string => labelled(deed, meaningOf(deed).help)
  /** What an officer sees first of a bar. */
  const opening = (message: MessageKey): string => /^[^,.:{]+/.exec(catalogues[locale][message])?.[0] ?? ''
  const whole = wholeOf(locale)
  return {
    ...outcomeWords[locale],
    positive: findingCodes['result-positive'].short[locale],
    some: whole(1, null),
    missing: whole(1, 4),
    surplus: whole(3, 2),
    admit: key('admit'),
    refuse: key('refuse'),
    refer: key('refer'),
    people: key('people'),
    next: key('next'),
    paper: key('paper'),
    same: key('same-person'),
    other: key('other-person'),
    abandon: key('abandon'),
    undo: key('undo'),
    picture: key('picture'),
    menu: key('menu'),
    retry: key('retry'),
    close: key('shift.close'),
    print: key('shift.print'),
    take: key('duty.take'),
    signIn: key('sign-in'),
    confirm: labelled('clock.confirm', 'key.clock'),
    slip: speak('decided.slip'),
    negative: speak('paper.result.negative'),
    positiveSaid: speak('paper.result.positive'),
    unknown: speak('paper.result.unknown'),
    sync: speak('room.sync'),
    setUp: speak('room.set-up'),
    trust: key('set-up.trust'),
    begin: key('set-up.begin'),
    shift: speak('room.shift'),
    records: speak('room.records'),
    practice: speak('header.practice'),
    old: opening('trust.old'),
    clock: opening('clock.behind'),
    disk: opening('unsaved.disk-full'),
    lost: opening('link.lost'),
    taken: opening('link.taken-over'),
    letters: opening('scanner.letters-lost'),
    method: opening('scanner.input-method'),
  }
}

/** The panel's words over a car with so many valid people in it. @param counted how many there are; null: nobody counted */
function wholeOf(locale: Locale): (there: number, counted: number | null) => string {
  return (there, counted) => {
    const car = { ...emptyCrossing('in'), vehicle: { ...noVehicle, plate: '98A-123.45' }, people: counted }
    const whole = outcomeOf(
      car,
      Array.from({ length: there }, () => ({ outcome: 'accepted' })),
    )
    return `${sayWholeWord(locale, whole)} · ${sayWholeCounts(locale, whole)}`
  }
}
