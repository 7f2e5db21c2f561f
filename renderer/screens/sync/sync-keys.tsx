/** The keys of the room, each for whoever may do it, and only where it can be done. */
import type { ReactNode } from 'react'
import { useMay } from '../../frame/session/caller.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import room from '../../ui/room.module.css'
import type { Syncing } from './use-sync.ts'

export function SyncKeys({ syncing: { state, open, run, beginEpoch } }: { syncing: Syncing }): ReactNode {
  const { speak } = useLanguage()
  const { go } = useFrame()
  const [maySetUp, mayRun, mayEnrol, mayBegin] = [
    useMay('setUp.read'),
    useMay('sync.run'),
    useMay('sync.enrol'),
    useMay('sync.beginEpoch'),
  ]
  const { sync, part, asked } = state
  const hub = sync?.hub ?? null
  return (
    <div className={room.keys}>
      {mayEnrol && (
        <Key
          deed="sync.enrol"
          label={speak('sync.enrol')}
          onPress={() => open(part === 'enrol' ? 'facts' : 'enrol')}
          pressed={part === 'enrol'}
          marked={sync !== null && hub === null}
          testId="sync-enrol"
        />
      )}
      {maySetUp && (
        <Key
          deed="sync.update"
          label={speak('sync.update')}
          onPress={() => go('set-up', 'trust')}
          testId="sync-update"
        />
      )}
      {mayRun && hub?.address != null && (
        <Key deed="sync.run" label={speak('sync.run')} onPress={() => run(null)} testId="sync-run" />
      )}
      {mayRun && hub && (
        <Key
          deed="sync.stick"
          label={speak('sync.stick')}
          onPress={() => open(part === 'stick' ? 'facts' : 'stick')}
          pressed={part === 'stick'}
          marked={hub.address === null && (sync?.waiting ?? 0) > 0}
          testId="sync-stick"
        />
      )}
      <span className={room.rest} />
      {mayBegin && sync?.stopped && (
        <Key
          deed="sync.epoch"
          label={speak(asked ? 'sync.epoch.again' : 'sync.epoch')}
          onPress={beginEpoch}
          marked={asked}
          testId="sync-epoch"
        />
      )}
      {mayRun && (
        <Key
          deed="sync.diagnose"
          label={speak('sync.diagnose')}
          onPress={() => open(part === 'diagnose' ? 'facts' : 'diagnose')}
          pressed={part === 'diagnose'}
          testId="sync-diagnose"
        />
      )}
    </div>
  )
}
