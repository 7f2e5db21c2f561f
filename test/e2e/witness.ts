/** What a page did that its screen does not show: where it sent requests, and what its browser complained about. */
import type { BrowserContext } from '@playwright/test'

/** Filled as it happens. */
export interface Witness {
  /** Addresses asked for, WebSockets and workers included. */
  requests: string[]
  /** Errors on the console (the browser reports violations of the content security policy there) and in scripts. */
  complaints: string[]
}

/** Watches every page of a context, from before its first request. */
export function witness(context: BrowserContext): Witness {
  const seen: Witness = { requests: [], complaints: [] }
  context.on('request', (request) => seen.requests.push(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => seen.requests.push(socket.url())))
  context.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(message.text())
  })
  context.on('weberror', (error) => seen.complaints.push(error.error().message))
  return seen
}
