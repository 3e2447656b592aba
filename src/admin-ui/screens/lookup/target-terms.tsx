import type { FoundTerm } from '../../api/lookup.js'
import { isStruck, StatusMark } from '../../parts/status-mark.js'
import styles from './lookup.module.css'

/** What to write, best first; what not to write, struck through. */
export function TargetTerms({ terms, language }: { terms: FoundTerm[]; language: string }) {
  return (
    <ul className={styles.targets}>
      {terms.map(({ text, status }) => (
        <li key={text}>
          <span lang={language} className={isStruck(status) ? styles.struck : undefined}>
            {text}
          </span>
          <StatusMark of="term" status={status} />
        </li>
      ))}
    </ul>
  )
}
