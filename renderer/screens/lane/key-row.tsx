/** The row of keys under the verdict. */
import type { ReactNode, RefObject } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import type { ThemeChoice } from '../../ui/theme.ts'
import { LaneKey } from './lane-key.tsx'
import style from './key-row.module.css'

interface KeyRowProps {
  theme: ThemeChoice
  detailsOpen: boolean
  onDetails: () => void
  onTheme: () => void
  onLanguage: () => void
  onPicture: () => void
  /** What `onPicture` presses: the browser opens its file chooser for nothing else. */
  fileInput: RefObject<HTMLInputElement | null>
  onFiles: (files: File[]) => void
  /** Turns to the next camera; null where there is no other. */
  onCamera: (() => void) | null
}

export function KeyRow({ fileInput, onFiles, ...keys }: KeyRowProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <nav className={style.row}>
      <LaneKey name="F4" label={speak('key.details')} onPress={keys.onDetails} pressed={keys.detailsOpen} />
      <LaneKey name="F6" label={speak('key.image')} onPress={keys.onPicture} />
      <input
        ref={fileInput}
        className={style.file}
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label={speak('key.image')}
        data-testid="image-file"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {keys.onCamera && <LaneKey name="F8" label={speak('key.camera')} onPress={keys.onCamera} />}
      <span className={style.rest} />
      <LaneKey name="F9" label={speak(`key.theme.${keys.theme}`)} onPress={keys.onTheme} testId="theme" />
      <LaneKey name="F10" label={speak('key.language')} onPress={keys.onLanguage} testId="language" />
    </nav>
  )
}
