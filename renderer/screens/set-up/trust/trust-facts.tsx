/** The root and its fingerprint, the publication, and each list with its age and what to do about it. */
import type { ReactNode } from 'react'
import type { TrustList, TrustState } from '../../../../shared/contract/trust.ts'
import { formatInstant } from '../../../../shared/language/time.ts'
import { sayAge } from '../../../frame/standing-words.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import room from '../../../ui/room.module.css'
import { Fingerprint } from '../../../ui/fingerprint.tsx'
import style from '../set-up.module.css'

export function TrustFacts({ trust: { from, root, publication, lists } }: { trust: TrustState }): ReactNode {
  const { speak } = useLanguage()
  return (
    <>
      {lists.length > 0 && (
        <table className={room.table} data-testid="trust-lists">
          <thead>
            <tr>
              <th>{speak('setUp.list.what')}</th>
              <th>{speak('setUp.list.entries')}</th>
              <th>{speak('setUp.list.age')}</th>
              <th>{speak('setUp.list.toDo')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => (
              <ListRow key={list.artefact} list={list} />
            ))}
          </tbody>
        </table>
      )}
      {publication && (
        <p className={style.sentence}>
          {speak('setUp.publication', {
            version: publication.version,
            published: publication.publishedAt === null ? '—' : formatInstant(publication.publishedAt),
            expires: publication.expiresAt === null ? '—' : formatInstant(publication.expiresAt),
          })}
        </p>
      )}
      {root ? (
        <>
          <p className={style.sentence}>
            {speak('setUp.root.is', { version: root.version, expiresAt: root.expiresAt })} {speak('setUp.root.how')}
          </p>
          <Fingerprint
            fingerprint={root.fingerprint}
            label={speak('setUp.root.fingerprint', { fingerprint: root.fingerprint })}
          />
        </>
      ) : (
        // Of a root that is lost the notice above says what to do.
        (from === 'nothing' || from === 'folder') && <p className={style.sentence}>{speak(`setUp.root.${from}`)}</p>
      )}
    </>
  )
}

function ListRow({ list }: { list: TrustList }): ReactNode {
  const { locale, speak } = useLanguage()
  const { artefact, freshness, entries, toDo } = list
  return (
    <tr className={style.list} data-artefact={artefact} data-freshness={freshness}>
      <th scope="row">{speak(`setUp.list.${artefact}`)}</th>
      <td>{entries === null ? '—' : speak('setUp.list.count', { entries })}</td>
      <td>{speak('sync.ago', { age: sayAge(speak, list) })}</td>
      <td>{toDo?.[locale] ?? speak('sync.fresh')}</td>
    </tr>
  )
}
