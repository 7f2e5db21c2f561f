/** What came of a decision, in whole sentences. */
import type { DeedDone, KioskDeed } from '../../../shared/hub-api/kiosk-deeds.ts'
import type { Speak } from '../words/catalogue.ts'

/** One sentence a line; of a lost laptop also whom it exposes. */
export function sayDone(speak: Speak, deed: KioskDeed, { name, released, lost }: DeedDone): string[] {
  if (released) return [speak('deed.done.release', { ...released })]
  if (!lost) return deed === 'replace' ? [speak('deed.done.replace', { name })] : [speak('deed.done.revoke', { name })]
  const { people, crossings, entries, from, through, unread, notHere } = lost.exposed
  return [
    speak('deed.done.lost', { name, lostAt: lost.at, deadlineAt: lost.deadline }),
    speak('lost.exposed', { people, crossings, entries }),
    ...(from === null || through === null ? [] : [speak('lost.period', { fromAt: from, throughAt: through })]),
    ...(unread === 0 ? [] : [speak('lost.unread', { unread })]),
    ...(notHere === null ? [speak('lost.neverSaid')] : notHere === 0 ? [] : [speak('lost.notHere', { notHere })]),
    speak('lost.again'),
  ]
}
