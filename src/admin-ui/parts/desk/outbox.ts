/**
 * Decisions on their way to the server: one at a time, in the order they were made. No answer means try again later,
 * so a lost connection loses nothing; a refusal means this one failed and the next may go.
 */
export interface Outbound<Content, Answer> {
  key: string
  content: Content
  state: 'waiting' | 'sending'
  attempts: number
  /** Settles when the server has answered, or when the entry is withdrawn before it was sent (null). */
  answer: Promise<Answer | null>
}

interface Held<Content, Answer> extends Outbound<Content, Answer> {
  settle: (answer: Answer | null) => void
  refuse: (problem: unknown) => void
}

export interface OutboxOptions<Content, Answer> {
  send: (content: Content) => Promise<Answer>
  /** No answer came: worth trying again. */
  isLostConnection: (problem: unknown) => boolean
  /** Waits before the next attempt; ends early when the connection is back. */
  pause: (attempts: number) => Promise<void>
}

export class Outbox<Content, Answer> {
  private entries: Held<Content, Answer>[] = []
  private isRunning = false
  private readonly listeners = new Set<() => void>()
  /** A new array after every change, so that a view can compare by identity. */
  snapshot: readonly Outbound<Content, Answer>[] = []

  constructor(private readonly options: OutboxOptions<Content, Answer>) {}

  add(key: string, content: Content): Outbound<Content, Answer> {
    let settle!: Held<Content, Answer>['settle']
    let refuse!: Held<Content, Answer>['refuse']
    const answer = new Promise<Answer | null>((resolve, reject) => {
      settle = resolve
      refuse = reject
    })
    const entry: Held<Content, Answer> = { key, content, state: 'waiting', attempts: 0, answer, settle, refuse }
    this.entries.push(entry)
    this.changed()
    void this.run()
    return entry
  }

  /** Takes back what has not left yet; false when it is too late for that. */
  withdraw(entry: Outbound<Content, Answer>): boolean {
    const held = this.entries.find((other) => other === entry)
    if (!held || held.state === 'sending') return false
    this.remove(held)
    held.settle(null)
    return true
  }

  get isDelayed(): boolean {
    return this.entries.some(({ attempts }) => attempts > 0)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let entry = this.entries[0]; entry; entry = this.entries[0]) await this.deliver(entry)
    this.isRunning = false
  }

  private async deliver(entry: Held<Content, Answer>): Promise<void> {
    this.mark(entry, 'sending')
    try {
      const answer = await this.options.send(entry.content)
      this.remove(entry)
      entry.settle(answer)
    } catch (problem) {
      if (!this.options.isLostConnection(problem)) {
        this.remove(entry)
        entry.refuse(problem)
        return
      }
      entry.attempts += 1
      this.mark(entry, 'waiting')
      await this.options.pause(entry.attempts)
    }
  }

  private mark(entry: Held<Content, Answer>, state: Outbound<Content, Answer>['state']): void {
    entry.state = state
    this.changed()
  }

  private remove(entry: Held<Content, Answer>): void {
    this.entries = this.entries.filter((other) => other !== entry)
    this.changed()
  }

  private changed(): void {
    this.snapshot = [...this.entries]
    for (const listener of this.listeners) listener()
  }
}
