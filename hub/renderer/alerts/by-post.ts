/** Alerts, a post each: they are acknowledged together, and only those that were on the screen. */
import type { Alert } from '../../../shared/hub-api/alerts.ts'

export interface PostAlerts extends Pick<Alert, 'enrolment' | 'name' | 'mode'> {
  alerts: Alert[]
  /** The highest number among them. */
  through: number
}

/** Posts in the order of their newest alert; real ones first. @param alerts the newest first */
export function byPost(alerts: readonly Alert[]): PostAlerts[] {
  const posts = new Map<string, PostAlerts>()
  for (const alert of alerts) {
    const { enrolment, name, mode, number } = alert
    const post = posts.get(enrolment) ?? { enrolment, name, mode, alerts: [], through: number }
    post.alerts.push(alert)
    post.through = Math.max(post.through, number)
    posts.set(enrolment, post)
  }
  const all = [...posts.values()]
  return [...all.filter(({ mode }) => mode === 'real'), ...all.filter(({ mode }) => mode === 'practice')]
}
