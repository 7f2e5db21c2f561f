/** The recorded crossings: search and trace, and one opened in their place. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { AccessReason } from '../../../shared/domain/officer/access-reason.ts'
import { useMay } from '../../frame/session/caller.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { sayDate } from '../../i18n/said-date.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useTypingField } from '../../keys/keyboard.tsx'
import { Key } from '../../ui/key.tsx'
import room from '../../ui/room.module.css'
import { OpenedCrossing } from './crossing/opened-crossing.tsx'
import { ReferralsPart } from './referrals/referrals-part.tsx'
import { personOfScan, searchTextOf } from './scanned-text.ts'
import { SearchPart } from './search/search-part.tsx'
import { emptySearch } from './search/search-query.ts'
import { emptyTrace, type TraceFields } from './trace/trace-query.ts'
import { TracePart } from './trace/trace-part.tsx'
import type { AskedTrace } from './trace/use-trace.ts'

const parts = ['search', 'trace', 'referrals'] as const
type Part = (typeof parts)[number]

/** The referrals' key is the frame's: they are looked for from every room. */
const deedOf = { search: 'records.search', trace: 'records.trace', referrals: 'referrals' } as const
const wordOf = {
  search: 'records.part.search',
  trace: 'records.part.trace',
  referrals: 'referrals.title',
} as const

export function RecordsScreen(): ReactNode {
  const { speak } = useLanguage()
  const { place, go } = useFrame()
  const [part, setPart] = useState<Part>('search')
  const [opened, setOpened] = useState<number | null>(null)
  const [visit, setVisit] = useState(0)
  const [search, setSearch] = useState(emptySearch)
  const [trace, setTrace] = useState<AskedTrace>(() => ({ fields: emptyTrace(Date.now()), asked: 0 }))
  const searchBox = useRef<HTMLInputElement>(null)
  const [because, setBecause] = useState<AccessReason | null>(null)
  // Whoever comes back, or comes next, says it anew.
  useEffect(() => () => setBecause(null), [])
  const asking = { because, onBecause: setBecause }
  const mayTrace = useMay('crossings.trace')

  // Entered to show a crossing or a list; entered otherwise, all is as it was left.
  const entered = place.room === 'records' ? place.shown : null
  if (entered !== null && visit !== place.visit) {
    setVisit(place.visit)
    setOpened(typeof entered === 'number' ? entered : null)
    if (entered === 'referrals') setPart(entered)
  }

  const turnTo = (next: Part): void => {
    setPart(next)
    setOpened(null)
  }
  const back = (): void => (opened === entered ? go('lane') : setOpened(null))
  const traceNow = (fields: TraceFields): void => {
    setTrace({ fields, asked: 1 })
    turnTo('trace')
  }
  const [armed, setArmed] = useArmed((text) => {
    const person = personOfScan(text)
    if (!person) return
    if (part === 'trace') {
      const { number, name, birthDate } = person
      const whole = birthDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? sayDate(birthDate) : ''
      return traceNow({ ...trace.fields, kind: 'person', number: number ?? '', name, birthDate: whole })
    }
    setSearch({ ...emptySearch, text: searchTextOf(person) })
    turnTo('search')
  })
  useTypingField(() => (part === 'search' && opened === null ? searchBox.current : null))

  return (
    <main className={room.room} data-testid="records-screen">
      <div className={room.keys}>
        {parts
          .filter((each) => mayTrace || each !== 'trace')
          .map((each) => (
            <Key
              key={each}
              deed={deedOf[each]}
              label={speak(wordOf[each])}
              onPress={() => turnTo(each)}
              pressed={part === each}
              testId={`part-${each}`}
            />
          ))}
        <Key
          deed="records.arm"
          label={speak('records.arm')}
          onPress={() => setArmed(!armed)}
          pressed={armed}
          testId="records-arm"
        />
        <p className={room.sentence} role="status">
          {armed && speak('records.armed')}
        </p>
        <span className={room.rest} />
        {opened !== null && <Key deed="leave" label={speak('records.back')} onPress={back} testId="records-back" />}
      </div>
      {opened === null ? (
        <>
          {part === 'search' && (
            <SearchPart {...asking} box={searchBox} fields={search} onFields={setSearch} onOpen={setOpened} />
          )}
          {part === 'referrals' && <ReferralsPart onOpen={setOpened} />}
          {part === 'trace' && mayTrace && (
            <TracePart {...asking} trace={trace} onTrace={setTrace} onOpen={setOpened} />
          )}
        </>
      ) : (
        <OpenedCrossing {...asking} key={opened} seq={opened} onTrace={mayTrace ? traceNow : null} />
      )}
    </main>
  )
}

/** While it is armed, the next card that is scanned is for `take`, and not for the lane. */
function useArmed(take: (text: string) => void): [boolean, (armed: boolean) => void] {
  const { arm } = useFrame()
  const [armed, setArmed] = useState(false)
  const taken = useEffectEvent((text: string) => {
    setArmed(false)
    take(text)
  })
  // With the layout: whoever sees that it is armed may scan at once, however busy the machine.
  useLayoutEffect(() => (armed ? arm((text) => taken(text)) : undefined), [arm, armed])
  return [armed, setArmed]
}
