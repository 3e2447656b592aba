import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Miss } from '../../api/misses.js'
import { useFormat } from '../../parts/format.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import styles from './misses.module.css'

/** One search: what, how often, when, in which segment, and what can be done about it. */
export function MissLine({
  miss,
  isSelected,
  onSelect,
  onDismiss,
  onPropose,
}: {
  miss: Miss
  isSelected: boolean
  onSelect: () => void
  onDismiss: (dismissed: boolean) => void
  onPropose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id: termbaseId } = useCurrentTermbase()
  const { text, sourceLanguage, targetLanguage, count, segment, firstSeen, lastSeen, state, candidateId } = miss
  return (
    <li
      className={styles.miss}
      data-selected={isSelected || undefined}
      aria-current={isSelected || undefined}
      onFocus={onSelect}
      onClick={onSelect}
    >
      <span className={styles.number} title={t('misses.times', { count })}>
        {format.number(count)}×
      </span>
      <div className={styles.what}>
        <span lang={sourceLanguage} className={styles.text}>
          {text}
        </span>
        <p className={styles.facts}>
          {[
            `${format.language(sourceLanguage)} → ${format.language(targetLanguage)}`,
            count > 1 && t('misses.first', { ago: format.ago(firstSeen) }),
            t('misses.last', { ago: format.ago(lastSeen) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {segment && (
          <p lang={sourceLanguage} className={styles.segment}>
            {segment}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {state === 'open' && (
          <>
            <Button size="xs" variant="light" onClick={onPropose}>
              {t('misses.propose')}
            </Button>
            <Button size="xs" variant="default" onClick={() => onDismiss(true)}>
              {t('misses.dismiss')}
            </Button>
          </>
        )}
        {state === 'dismissed' && (
          <Button size="xs" variant="default" onClick={() => onDismiss(false)}>
            {t('misses.restore')}
          </Button>
        )}
        {candidateId && (
          <Link to={`/termbases/${termbaseId}/review?candidate=${candidateId}`}>{t('misses.toCandidate')}</Link>
        )}
      </div>
    </li>
  )
}
