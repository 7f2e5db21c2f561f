/** What carries the contract: one Electron channel, one WebSocket, or a pair in memory. Messages are JSON-safe. */
export interface Wire {
  send(message: unknown): void
  /** Calls `listener` for each message that arrives; the answer stops it. */
  onMessage(listener: (message: unknown) => void): () => void
  /** Calls `listener` once when nothing can arrive any more; the answer stops it. */
  onClose(listener: () => void): () => void
}
