/** Inside the verdict panel: every check with its mark and sentence, and what the certificate or the document states. */
import type { ReactNode } from 'react'
import type { Status, Verdict } from '../../../../shared/domain/finding/verdict.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { certificateFields } from './certificate-fields.ts'
import { documentFields } from './document-words.ts'
import style from './verdict-details.module.css'

const marks: Record<Status, string> = { pass: '✓', warn: '!', fail: '✗', skipped: '–' }

export function VerdictDetails({ verdict }: { verdict: Verdict }): ReactNode {
  const { locale, speak } = useLanguage()
  const { findings, certificate, document } = verdict
  const fields = certificate ? certificateFields(certificate) : document ? documentFields(speak, document) : []
  return (
    <div className={style.details} data-testid="details" role="region" tabIndex={0} aria-label={speak('details.title')}>
      <ol className={style.findings}>
        {findings.map((finding) => (
          <li key={finding.code} className={style.finding} data-status={finding.status}>
            <span className={style.mark} aria-hidden="true">
              {marks[finding.status]}
            </span>
            <span>
              <b>
                {speak(`check.${finding.check}`)}: {speak(`status.${finding.status}`)}
              </b>
              <br />
              {sayFinding(locale, finding)}
            </span>
          </li>
        ))}
      </ol>
      {fields.length > 0 && (
        <dl className={style.fields}>
          {fields.map(({ label, value }) => (
            <div key={label} className={style.field}>
              <dt className={style.label}>{speak(label)}</dt>
              <dd className={style.value}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
