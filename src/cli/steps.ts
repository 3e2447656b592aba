export interface Steps {
  /** A new step begins; the one before it is done. */
  (title: string): void
  done(): void
}

/** `Starting the database … 0.4 s`: what is being done, and for how long it took, on stderr. */
export function steps(): Steps {
  let begin: number | null = null
  const done = () => {
    if (begin !== null) process.stderr.write(` ${((Date.now() - begin) / 1000).toFixed(1)} s\n`)
    begin = null
  }
  const say = (title: string) => {
    done()
    begin = Date.now()
    process.stderr.write(`${title} …`)
  }
  return Object.assign(say, { done })
}
