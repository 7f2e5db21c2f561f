/** The recorded crossings, in place of the lane: search, trace and the shift. Never a dialog; Escape leads back. */
import { useRef, useState, type ReactNode } from 'react'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import { useLanguage } from '../../i18n/language.tsx'
import type { ScanFault, ScanRead } from '../../scanner/wedge/run.ts'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { OpenedCrossing } from './opened-crossing.tsx'
import { personOfScan, searchTextOfScan } from './scanned-text.ts'
import { SearchPart } from './search-part.tsx'
import { emptySearch } from './search-query.ts'
import { ShiftPart } from './shift-part.tsx'
import { emptyTrace, type TraceFields } from './trace-query.ts'
import { TracePart } from './trace-part.tsx'
import { sayDate } from '../lane/holder-facts.ts'
import type { AskedTrace } from './use-trace.ts'
import { useShift } from './use-shift.ts'
import { useShownKeys } from './use-shown-keys.ts'
import style from './records.module.css'

const parts = ['search', 'trace', 'shift'] as const
type Part = (typeof parts)[number]

export interface RecordsScreenProps {
  onClose: () => void
  /** The crossing to begin with, by its number; null: begin with the search. */
  openCrossing: number | null
  checkpoint: Kiosk['checkpoint']
  /** What the scanner is set to put before each scan. */
  scannerPrefix: string
}

export function RecordsScreen(props: RecordsScreenProps): ReactNode {
  const { onClose, openCrossing, checkpoint, scannerPrefix } = props
  const { speak } = useLanguage()
  const [part, setPart] = useState<Part>('search')
  const [opened, setOpened] = useState(openCrossing)
  const [search, setSearch] = useState(emptySearch)
  const [trace, setTrace] = useState<AskedTrace>(() => ({ fields: emptyTrace(Date.now()), asked: 0 }))
  const [misread, setMisread] = useState<ScanFault | null>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const shift = useShift()

  const turnTo = (next: Part): void => {
    setPart(next)
    setOpened(null)
  }
  const back = (): void => (opened === null || opened === openCrossing ? onClose() : setOpened(null))
  const traceNow = (fields: TraceFields): void => {
    setTrace({ fields, asked: 1 })
    turnTo('trace')
  }
  const takeScan = ({ text, fault }: ScanRead): void => {
    setMisread(fault)
    if (fault) return
    const person = personOfScan(text)
    if (part === 'trace' && opened === null && person) {
      const { number, name, birthDate } = person
      const whole = birthDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? sayDate(birthDate) : ''
      return traceNow({ ...trace.fields, kind: 'person', number: number ?? '', name, birthDate: whole })
    }
    setSearch({ ...emptySearch, text: searchTextOfScan(text) })
    turnTo('search')
  }
  useShownKeys({
    scannerPrefix,
    onScan: takeScan,
    typingField: () => (part === 'search' && opened === null ? searchBox.current : null),
  })

  return (
    <main className={style.records} data-testid="records-screen">
      <nav className={style.parts}>
        {parts.map((each, index) => (
          <Key
            key={each}
            name={`F${index + 1}`}
            label={speak(`records.part.${each}`)}
            onPress={() => turnTo(each)}
            pressed={part === each}
            testId={`part-${each}`}
          />
        ))}
        <span className={style.rest} />
        <Key
          name="Esc"
          label={speak(opened === null || opened === openCrossing ? 'records.close' : 'records.back')}
          onPress={back}
          testId="records-back"
        />
      </nav>
      {misread && <NoticeBar testId="misread">{speak(`scanner.${misread}`)}</NoticeBar>}
      {opened === null ? (
        <>
          {part === 'search' && <SearchPart box={searchBox} fields={search} onFields={setSearch} onOpen={setOpened} />}
          {part === 'trace' && <TracePart trace={trace} onTrace={setTrace} onOpen={setOpened} />}
          {part === 'shift' && <ShiftPart shift={shift} checkpoint={checkpoint} />}
        </>
      ) : (
        <OpenedCrossing key={opened} seq={opened} onTrace={traceNow} />
      )}
    </main>
  )
}
