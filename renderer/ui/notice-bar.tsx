/** A bar that says what is wrong and what to do. It has its own look: never one of the four outcomes' colours. */
import type { ReactNode } from 'react'
import style from './notice-bar.module.css'

interface NoticeBarProps {
  children: ReactNode
  testId?: string
  /** The key that puts it right, where there is one. */
  action?: ReactNode
}

export function NoticeBar({ children, testId, action }: NoticeBarProps): ReactNode {
  return (
    <div className={style.bar} role="alert" data-decides data-testid={testId}>
      <span className={style.sentences}>{children}</span>
      {action}
    </div>
  )
}
