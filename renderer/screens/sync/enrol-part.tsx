/**
 * Enrolment: the hub's QR code or an invitation on a stick, and the end of its fingerprint typed as it is read out there, before
 * anything is believed.
 */
import type { ReactNode } from 'react'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import looks from '../../ui/looks.module.css'
import { ReadOutField } from '../../ui/read-out.tsx'
import room from '../../ui/room.module.css'
import { StickPart } from './stick-part.tsx'
import type { Syncing } from './use-sync.ts'
import style from './sync.module.css'

export function EnrolPart({
  syncing: { state, invite, keepAuthority, hear, agree, open },
}: {
  syncing: Syncing
}): ReactNode {
  const { speak } = useLanguage()
  const { invited, wanting, busy, heard, unheard } = state
  if (busy) return <p className={room.sentence}>{speak('sync.enrol.reading')}</p>
  if (wanting)
    return (
      <StickPart
        title={speak('sync.authority.title')}
        how={speak('sync.authority.how')}
        none={speak('sync.stick.none')}
        onChoose={keepAuthority}
      />
    )
  if (!invited)
    return (
      <StickPart
        title={speak('sync.enrol.title')}
        how={speak('sync.enrol.how')}
        none={speak('sync.enrol.none')}
        onChoose={(path) => invite({ from: 'file', path })}
      />
    )
  const { hub, address, fingerprint } = invited.told
  return (
    <form
      className={style.compare}
      data-testid="sync-compare"
      onSubmit={(event) => {
        event.preventDefault()
        agree()
      }}
    >
      <p className={style.aloud}>{speak('sync.enrol.compare')}</p>
      {unheard && (
        <p className={looks.fault} role="alert" data-decides data-testid="read-fault">
          {speak(`sync.enrol.${unheard}`)}
        </p>
      )}
      <ReadOutField
        fingerprint={fingerprint}
        hidden={(shown) => speak('sync.enrol.hidden', { fingerprint: shown })}
        label={speak('sync.enrol.groups')}
        heard={heard}
        onHear={hear}
      />
      <p className={room.sentence}>
        {speak('sync.enrol.hub', {
          hub: hub.slice(0, 8),
          address: address === null ? speak('sync.hub.stick') : shownText(address),
        })}
      </p>
      <div className={room.keys}>
        <Key deed="step.back" label={speak('sync.back')} onPress={() => open('facts')} testId="sync-back" />
        <Key deed="step.agree" label={speak('sync.enrol.agree')} onPress={agree} marked testId="sync-agree" />
      </div>
    </form>
  )
}
