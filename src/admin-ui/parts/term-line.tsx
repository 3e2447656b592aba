import { Fragment } from 'react'
import type { PlainTerm } from '../api/types.js'
import { isStruck } from './status-mark.js'
import styles from './term-line.module.css'

/** A concept in one line: its terms, language by language in the termbase's order, forbidden ones struck through. */
export function TermLine({ terms, languages }: { terms: PlainTerm[]; languages: string[] }) {
  const others = terms.map(({ language }) => language).filter((language) => !languages.includes(language))
  const groups = [...new Set([...languages, ...others])]
    .map((language) => ({ language, terms: terms.filter((term) => term.language === language) }))
    .filter((group) => group.terms.length > 0)
  return (
    <span className={styles.line}>
      {groups.map((group, index) => (
        <Fragment key={group.language}>
          {index > 0 && <span className={styles.dash}> – </span>}
          <span lang={group.language}>
            {group.terms.map((term, position) => (
              <Fragment key={term.text}>
                {position > 0 && <span className={styles.dash}>, </span>}
                <span className={isStruck(term.status) ? styles.struck : undefined}>{term.text}</span>
              </Fragment>
            ))}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
