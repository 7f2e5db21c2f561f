/** Who this checkpoint is, to be changed; and its set-up written to a stick, or read from one. */
import { useState, type ReactNode } from 'react'
import type { SetUpState } from '../../../../shared/contract/set-up.ts'
import { useFrame, useHold } from '../../../frame/use-frame.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useLink } from '../../../rpc/link-context.ts'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import looks from '../../../ui/looks.module.css'
import {
  differs,
  draftOfCheckpoint,
  readCheckpoint,
  type CheckpointDraft,
  type CheckpointFault,
} from './checkpoint-draft.ts'
import { CheckpointFields } from './checkpoint-fields.tsx'
import { figuresOf, FoundPlaces } from '../../../frame/sticks/found-places.tsx'
import { Done, RefusedNotice, type RefusedAnswer } from '../outcome.tsx'
import { longestSource } from '../trust/source-draft.ts'
import { useAsking } from '../use-asking.ts'
import { useSticks } from '../../../frame/sticks/use-sticks.ts'
import style from '../set-up.module.css'

interface CheckpointPartProps {
  state: SetUpState
  onState: (state: SetUpState) => void
}

export function CheckpointPart({ state, onState }: CheckpointPartProps): ReactNode {
  const { speak } = useLanguage()
  const link = useLink()
  const { rename } = useFrame()
  const kept = draftOfCheckpoint(state.checkpoint)
  /** Null: as it is kept. */
  const [typed, setTyped] = useState<CheckpointDraft | null>(null)
  const [fault, setFault] = useState<CheckpointFault | null>(null)
  const { busy, refused, done, ask, quiet } = useAsking()
  const draft = typed ?? kept
  const changed = differs(draft, kept)
  useHold(changed || busy)

  const type = (part: Partial<CheckpointDraft>): void => {
    setTyped({ ...draft, ...part })
    setFault(null)
    quiet()
  }
  const save = (): void => {
    const read = readCheckpoint(draft)
    if (!read.ok) return setFault(read.fault)
    ask(
      async (): Promise<{ ok: true; now: SetUpState } | RefusedAnswer> => {
        const now = await link.call('setUp.change', read.words)
        // What is not as it was typed was not written, and the answer says why.
        const same = !differs(draftOfCheckpoint(now.checkpoint), draftOfCheckpoint(read.words))
        return same || !now.said ? { ok: true, now } : { ok: false, said: now.said }
      },
      ({ now }) => {
        onState(now)
        rename({ name: now.checkpoint.name, lane: now.checkpoint.lane })
        setTyped(null)
        return speak('setUp.checkpoint.saved')
      },
    )
  }
  const take = (file: string): void =>
    ask(
      () => link.call('setUp.import', { file }),
      ({ checkpoint }) => {
        setTyped(draftOfCheckpoint(checkpoint))
        return speak('setUp.checkpoint.imported')
      },
    )
  const write = (folder: string): void =>
    ask(
      () => link.call('setUp.export', { folder }),
      ({ file }) => speak('setUp.export.done', { file }),
    )

  return (
    <div className={style.columns}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <CheckpointFields draft={draft} onType={type} />
        {fault && (
          <p className={looks.fault} role="alert">
            {speak(`setUp.fault.${fault}`)}
          </p>
        )}
        <div className={style.keys}>
          <Key submit label={speak('setUp.checkpoint.save')} marked={changed} testId="checkpoint-save" />
          {changed && <p className={style.sentence}>{speak('setUp.checkpoint.unsaved')}</p>}
        </div>
        <RefusedNotice refused={refused} />
        {done && <Done testId="checkpoint-done">{done}</Done>}
        <p className={style.faint}>{speak('setUp.checkpoint.place', { place: state.profile })}</p>
      </form>
      <CarriedSetUp onImport={take} onExport={write} />
    </div>
  )
}

interface CarriedSetUpProps {
  onImport: (file: string) => void
  onExport: (folder: string) => void
}

/** The set-up on its way to the next laptop, without any secret. */
function CarriedSetUp({ onImport, onExport }: CarriedSetUpProps): ReactNode {
  const { speak } = useLanguage()
  const sticks = useSticks()
  const [folder, setFolder] = useState('')
  return (
    <section className={style.form}>
      <h2 className={style.subtitle}>{speak('setUp.import.title')}</h2>
      <FoundPlaces
        sticks={sticks}
        holds="set-up"
        none={speak('setUp.import.none')}
        onChoose={({ path }) => onImport(path)}
      />
      <h2 className={style.subtitle}>{speak('setUp.export.title')}</h2>
      <FoundPlaces
        sticks={sticks}
        holds="stick"
        none={speak('setUp.export.none')}
        taken={figuresOf(sticks, 'set-up')}
        onChoose={({ path }) => onExport(path)}
      />
      <form
        className={style.handIn}
        data-testid="export-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (folder.trim() !== '') onExport(folder)
        }}
      >
        <FormField
          label={speak('setUp.export.folder')}
          value={folder}
          onType={setFolder}
          longest={longestSource}
          placeholder={speak('setUp.export.folderHow')}
        />
        <Key submit label={speak('setUp.export.write')} testId="export-write" />
      </form>
      <p className={style.faint}>{speak('setUp.export.what')}</p>
    </section>
  )
}
