import { Button, Popover } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Query } from '../../api/client.js'
import { useStrictness } from '../../api/ranking.js'
import { useFormat } from '../../parts/format.js'
import styles from './strictness.module.css'
import { foretold } from './foretold.js'

/** How sure must a candidate be to be shown? Says for each answer how long the queue is, and how much of it is right. */
export function Strictness({
  termbaseId,
  query,
  minScore,
  onChange,
}: {
  termbaseId: string
  /** The other filters of the queue, as the server names them. */
  query: Query
  /** 0..100. */
  minScore: number
  onChange: (minScore: number) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const [value, setValue] = useState(minScore)
  useEffect(() => setValue(minScore), [minScore])
  const commit = useDebouncedCallback(onChange, 250)
  const { minScore: _, maxScore: __, state: ___, ...others } = query
  const levels = useStrictness(termbaseId, others).data?.levels
  const { count, right } = foretold(levels, value)
  const words =
    count === undefined
      ? ''
      : count === 0
        ? t('strictness.none')
        : t('strictness.foretold', {
            count,
            shown: format.number(count),
            right: t('strictness.right', { count: right }),
          })
  const label = value ? t('review.scoreFrom', { score: format.percent(value / 100) }) : t('review.anyScore')
  return (
    <Popover position="bottom-end" width={320} trapFocus withinPortal shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default" className={styles.button!}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('strictness.title')}>
        <label className={styles.title} htmlFor={id}>
          {t('strictness.title')}
        </label>
        <input
          id={id}
          className={styles.slider}
          type="range"
          min={0}
          max={95}
          step={5}
          value={value}
          aria-valuetext={`${label}. ${words}`}
          onChange={(event) => {
            const next = Number(event.currentTarget.value)
            setValue(next)
            commit(next)
          }}
        />
        <div className={styles.ends} aria-hidden="true">
          <span>{t('strictness.lax')}</span>
          <span>{t('strictness.strict')}</span>
        </div>
        <p className={styles.words}>{words}</p>
        <Link className={styles.more} to={`/termbases/${termbaseId}/ranking`}>
          {t('strictness.why')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  )
}
