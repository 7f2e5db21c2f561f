/** What the kiosk believes: each list, how old it is, and what to do about it. */
import type { ReactNode } from 'react'
import type { ArtefactAge } from '../../../shared/domain/freshness.ts'
import { sayAge } from '../../frame/standing-words.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import room from '../../ui/room.module.css'
import style from './sync.module.css'

export function Lists(): ReactNode {
  const { speak } = useLanguage()
  const trust = useFrame().kiosk.kiosk?.standing.trust
  if (!trust || trust.ages.length === 0) return <p className={room.sentence}>{speak('sync.undated')}</p>
  return (
    <>
      <table className={`${room.table} ${style.ages}`}>
        <thead>
          <tr>
            <th>{speak('sync.what')}</th>
            <th>{speak('sync.age')}</th>
            <th>{speak('sync.do')}</th>
          </tr>
        </thead>
        <tbody>
          {trust.ages.map((age) => (
            <AgeRow key={age.artefact} age={age} keys={trust.keys} />
          ))}
        </tbody>
      </table>
      <p className={room.sentence}>{speak('sync.how')}</p>
    </>
  )
}

function AgeRow({ age, keys }: { age: ArtefactAge; keys: number }): ReactNode {
  const { speak } = useLanguage()
  return (
    <tr data-artefact={age.artefact} data-freshness={age.freshness}>
      <th scope="row">{speak(`sync.${age.artefact}`, { keys })}</th>
      <td>{speak('sync.ago', { age: sayAge(speak, age) })}</td>
      <td>{speak(`sync.${age.freshness}`)}</td>
    </tr>
  )
}
