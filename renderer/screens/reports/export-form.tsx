/** An export as it is asked for: its form, whether it names people and why, and where it goes. */
import { useState, type FormEvent, type ReactNode } from 'react'
import { longestReason } from '../../../shared/contract/reporting.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { deeds, type Choice } from '../../keys/key-map.ts'
import { ChoiceKeys } from '../../ui/choice-keys.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Key } from '../../ui/key.tsx'
import looks from '../../ui/looks.module.css'
import room from '../../ui/room.module.css'
import { exportForms, placeOf, readExport, type ExportDraft, type ExportFault } from './export-draft.ts'
import { sayPeriod } from './report-period.ts'
import type { Exporting } from './use-export.ts'
import style from './reports.module.css'

interface ExportFormProps {
  scope: ReportScope
  draft: ExportDraft
  onDraft: (draft: ExportDraft) => void
  exporting: Exporting
  onLeave: () => void
}

const figure = (number: number): Choice | null =>
  deeds.find((deed): deed is Choice => deed === `choice.${number}`) ?? null

export function ExportForm({ scope, draft, onDraft, exporting, onLeave }: ExportFormProps): ReactNode {
  const { locale, speak } = useLanguage()
  const [fault, setFault] = useState<ExportFault | null>(null)
  const { progress, places, write, stop } = exporting
  const change = (changed: Partial<ExportDraft>): void => {
    setFault(null)
    onDraft({ ...draft, ...changed })
  }
  const handIn = (event: FormEvent): void => {
    event.preventDefault()
    if (progress) return
    const read = readExport(draft, { scope, places: places ?? [], language: locale })
    if (read.ok) write(read.input)
    else setFault(read.fault)
  }
  return (
    <form className={style.form} onSubmit={handIn} data-testid="export-form">
      <h2 className={room.title}>{speak('reports.export.title', { period: sayPeriod(scope) })}</h2>
      <ChoiceKeys
        label={speak('reports.export.form')}
        choices={exportForms.map((value, index) => ({
          value,
          word: speak(`reports.export.form.${value}`),
          deed: figure(index + 1),
        }))}
        chosen={draft.form}
        onChoose={(form) => change({ form })}
      />
      <ChoiceKeys
        label={speak('reports.export.people')}
        choices={[
          { value: 'masked', word: speak('reports.export.masked'), deed: figure(6) },
          { value: 'identities', word: speak('reports.export.identities'), deed: figure(7) },
        ]}
        chosen={draft.identities ? 'identities' : 'masked'}
        onChoose={(chosen) => change({ identities: chosen === 'identities' })}
      />
      {draft.identities && (
        <>
          <FormField
            label={speak('reports.export.reason')}
            value={draft.reason}
            onType={(reason) => change({ reason })}
            longest={longestReason}
            autoFocus
            decides
          />
          <p className={room.warning}>{speak('reports.export.careful')}</p>
        </>
      )}
      {places && (
        <ChoiceKeys
          label={speak('reports.export.place')}
          choices={places.slice(0, 2).map(({ path, name, stick }, index) => ({
            value: path,
            word: speak(stick ? 'reports.export.stick' : 'reports.export.folder', { name: shownText(name) }),
            deed: figure(8 + index),
          }))}
          chosen={placeOf(draft, places)?.path ?? null}
          onChoose={(place) => change({ place })}
        />
      )}
      {fault && <p className={looks.fault}>{speak(`reports.export.fault.${fault}`)}</p>}
      <div className={room.keys}>
        {progress ? (
          <Key deed="reports.stop" label={speak('reports.export.stop')} onPress={stop} testId="export-stop" />
        ) : (
          <Key submit label={speak('reports.export.write')} marked testId="export-write" />
        )}
        <Key deed="leave" label={speak('key.leave')} onPress={onLeave} testId="export-leave" />
        {progress && (
          <>
            <progress className={style.progress} value={progress.done} max={Math.max(1, progress.total)} />
            <p className={room.sentence} role="status">
              {speak('reports.export.progress', progress)}
            </p>
          </>
        )}
      </div>
    </form>
  )
}
