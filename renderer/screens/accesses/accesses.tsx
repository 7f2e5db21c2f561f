/** Who looked at whom, for whoever oversees it: when, who, what and why; of everybody, or of one person. */
import { useRef, useState, type ReactNode } from 'react'
import type { AccessLine } from '../../../shared/contract/accesses.ts'
import { longestField } from '../../../shared/domain/crossing/crossing.ts'
import { sayAccess, sayAccessor, sayBecause } from '../../../shared/language/access-words.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useTypingField } from '../../keys/keyboard.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import style from './accesses.module.css'
import { useAccesses, type AccessesNow } from './use-accesses.ts'

export function AccessesScreen(): ReactNode {
  const { speak } = useLanguage()
  const { accesses, ask, older } = useAccesses()
  const [person, setPerson] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useTypingField(() => box.current)
  return (
    <main className={room.room} data-testid="accesses-screen">
      <form
        className={style.asked}
        onSubmit={(event) => {
          event.preventDefault()
          ask(person)
        }}
      >
        <FormField
          input={box}
          label={speak('accesses.person')}
          value={person}
          onType={setPerson}
          longest={longestField}
          placeholder={speak('accesses.personHow')}
        />
        <Key submit label={speak('accesses.ask')} testId="accesses-ask" />
        {older && <Key deed="accesses.older" label={speak('accesses.older')} onPress={older} testId="accesses-older" />}
      </form>
      <p className={room.sentence}>{speak('accesses.how')}</p>
      <AccessLines accesses={accesses} />
    </main>
  )
}

function AccessLines({ accesses }: { accesses: AccessesNow }): ReactNode {
  const { speak } = useLanguage()
  switch (accesses.kind) {
    case 'asking':
      return <p className={room.sentence}>{speak('accesses.asking')}</p>
    case 'failed':
      return <NoticeBar>{speak('accesses.failed')}</NoticeBar>
    case 'nobody':
      return <p className={looks.fault}>{speak('accesses.nobody')}</p>
    case 'listed':
      return accesses.lines.length === 0 ? (
        <p className={room.sentence}>{speak(accesses.before === null ? 'accesses.none' : 'accesses.noneYet')}</p>
      ) : (
        <AccessTable lines={accesses.lines} />
      )
  }
}

function AccessTable({ lines }: { lines: readonly AccessLine[] }): ReactNode {
  const { locale, speak } = useLanguage()
  return (
    <div className={looks.scroll} tabIndex={0} role="region" aria-label={speak('room.accesses')}>
      <table className={room.table} data-testid="accesses">
        <thead>
          <tr>
            <th>{speak('accesses.at')}</th>
            <th>{speak('accesses.who')}</th>
            <th>{speak('accesses.what')}</th>
            <th>{speak('accesses.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td className={style.at}>{formatInstant(line.at)}</td>
              <td className={style.who}>{sayAccessor(locale, line)}</td>
              <td>{sayAccess(locale, line)}</td>
              <td>{sayBecause(locale, line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
