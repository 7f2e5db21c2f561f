/** An invitation: its code and, beside it, the fingerprint that is compared with the post's screen; or its file for a stick. */
import { useEffect, useState, type ReactNode } from 'react'
import { Fingerprint } from '../../../renderer/ui/fingerprint.tsx'
import { Key } from '../../../renderer/ui/key.tsx'
import { QrCode } from '../../../renderer/ui/qr-code.tsx'
import { saveFile } from '../../../renderer/ui/save-file.ts'
import { drawnOrNull } from '../../../renderer/ui/use-drawn-code.ts'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { Invited } from '../../../shared/hub-api/invitations.ts'
import { useLanguage } from '../language.tsx'
import { Press } from '../press.tsx'
import { invitationFile } from './inviting-draft.ts'
import style from './enrol.module.css'

interface InvitationViewProps {
  invited: Invited
  /** The post has enrolled. */
  came: boolean
  onAnother: () => void
}

export function InvitationView({ invited, came, onAnother }: InvitationViewProps): ReactNode {
  const { speak } = useLanguage()
  const { name, mode, qr, fingerprint, until, invitation } = invited
  return (
    <div className={style.invitation} data-testid="invitation" data-came={came}>
      {/* What has been taken up is no secret any more, and of no use. */}
      {qr !== null && !came && <Code text={qr} />}
      <div className={style.beside}>
        <h3 className={style.for}>
          {speak('enrol.for', { name })} {mode === 'practice' && <small>{speak('enrol.practice')}</small>}
        </h3>
        {came ? (
          <p className={style.came} role="status" data-testid="enrol-came">
            <span aria-hidden="true">✓ </span>
            {speak('enrol.came', { name })}
          </p>
        ) : (
          <>
            <p className={style.sentence}>{speak(qr === null ? 'enrol.carry' : 'enrol.scan')}</p>
            <p className={style.aloud} data-decides>
              {speak('enrol.compare')}
            </p>
            <Fingerprint fingerprint={fingerprint} label={speak('enrol.fingerprint', { fingerprint })} large />
            <p className={style.sentence}>
              {speak(qr === null ? 'enrol.until.file' : 'enrol.until', { untilAt: until })}
            </p>
            <p className={style.sentence} role="status">
              {speak('enrol.waits')}
            </p>
          </>
        )}
        <div className={style.keys}>
          {!came && (
            <Press
              label={speak('enrol.save')}
              onPress={() => saveFile(invitationFile(name), `${invitation}\n`, 'application/json')}
              testId="enrol-save"
            />
          )}
          <Key deed="leave" label={speak('enrol.another')} onPress={onAnother} testId="enrol-another" />
        </div>
      </div>
    </div>
  )
}

function Code({ text }: { text: string }): ReactNode {
  const { speak } = useLanguage()
  /** Undefined: not drawn yet; null: it cannot be. */
  const [code, setCode] = useState<QrMatrix | null>()
  useEffect(() => void drawnOrNull(text).then(setCode), [text])
  if (code) return <QrCode matrix={code} label={speak('enrol.qr')} className={style.code} testId="enrol-qr" />
  return <p className={style.undrawn}>{speak(code === null ? 'enrol.undrawn' : 'enrol.drawing')}</p>
}
