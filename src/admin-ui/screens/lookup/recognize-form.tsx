import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Direction, type TermMatch, useRecognize } from '../../api/lookup.js'
import { useFormat } from '../../parts/format.js'
import { MarkedText } from '../../parts/marked-text.js'
import { Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './lookup.module.css'
import { TargetTerms } from './target-terms.js'

/** All terms of the glossary in a text, marked where they stand. */
export function RecognizeForm({ direction }: { direction: Direction }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState('')
  const recognize = useRecognize(direction)
  const asked = recognize.variables?.[0]
  const matches = recognize.data?.segments[0]?.matches
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          recognize.mutate([text])
        }}
      >
        <Textarea
          autosize
          minRows={4}
          maxRows={14}
          lang={direction.source}
          label={t('lookup.textLabel', { language: format.language(direction.source) })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" size="sm" disabled={!text.trim()} loading={recognize.isPending}>
            {t('lookup.find')}
          </Button>
        </div>
        <ProblemLine problem={recognize.error} />
      </form>
      {matches && asked !== undefined && (
        <Sheet>
          <div className={styles.marked} aria-live="polite">
            <p className={styles.count}>
              {matches.length > 0 ? t('lookup.found', { count: matches.length }) : t('lookup.noneFound')}
            </p>
            <MarkedText text={asked} marks={matches} side="source" lang={direction.source} />
          </div>
          <ul className={styles.hits}>
            {distinct(matches).map((match) => (
              <li key={`${match.concept}-${match.text}`} className={styles.hit}>
                <div>
                  <Link
                    lang={direction.source}
                    className={styles.term}
                    to={`/termbases/${direction.termbase}/concepts/${match.concept}`}
                  >
                    {match.text}
                  </Link>
                  <p className={styles.definition}>
                    {[
                      match.source.text !== match.text && match.source.text,
                      t(`lookup.kind.${match.kind}` as 'lookup.kind.width', { defaultValue: '' }),
                      shared(match, matches) && t('lookup.ambiguous'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  {match.doubtful && <p className={styles.doubt}>{t('lookup.doubtful', { reason: match.doubtful })}</p>}
                  {match.source.preferred && (
                    <p className={styles.definition}>{t('lookup.suggestion', { terms: match.source.preferred })}</p>
                  )}
                  {match.contains.length > 0 && (
                    <p className={styles.definition}>
                      {t('lookup.contains', { terms: match.contains.map((inner) => inner.text).join(', ') })}
                    </p>
                  )}
                </div>
                <TargetTerms terms={match.targets} language={direction.target} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

/** Another concept has the same place: the reader chooses. */
function shared(match: TermMatch, matches: TermMatch[]): boolean {
  return matches.some(
    ({ concept, start, end }) => concept !== match.concept && start === match.start && end === match.end,
  )
}

/** A term that stands in a text ten times is explained once. */
function distinct(matches: TermMatch[]): TermMatch[] {
  return [...new Map(matches.map((match) => [`${match.concept}\n${match.text}`, match])).values()]
}
