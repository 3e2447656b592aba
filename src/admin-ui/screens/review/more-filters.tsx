import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounts } from '../../api/candidates.js'
import { useDocuments } from '../../api/documents.js'
import { useFormat } from '../../parts/format.js'
import { type Filters, frequencies, queryOf, sorts } from './filters.js'
import styles from './filter-bar.module.css'
import { useReasonText } from './reject-dialog.js'

/** The filters that are needed less often, each choice with its count; the button says how many are set. */
export function MoreFilters({
  termbaseId,
  filters,
  onChange,
}: {
  termbaseId: string
  filters: Filters
  onChange: (change: Partial<Filters>) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonText = useReasonText()
  const [isOpen, setOpen] = useState(false)
  const counts = useCounts(termbaseId, queryOf(filters), 'onDemand', isOpen).data
  const documents = useDocuments(termbaseId).data?.items ?? []
  const { document, language, minFrequency, author, decidedOn, maxScore, reason, rival } = filters
  const active = [document, language, minFrequency, author, decidedOn, maxScore, reason, rival].filter(Boolean).length
  const option = (value: string, label: string, count: number | undefined) => ({
    value,
    label: counts ? `${label} (${format.number(count ?? 0)})` : label,
  })
  /** How many stand in the bands from this one on. */
  const seenAtLeast = (least: number) =>
    Object.entries(counts?.frequency ?? {}).reduce((sum, [band, count]) => sum + (Number(band) >= least ? count : 0), 0)
  const select = (name: keyof Filters, label: string, any: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      size="xs"
      label={label}
      value={filters[name] ? String(filters[name]) : ''}
      onChange={(event) => onChange({ [name]: chosen(name, event.currentTarget.value) })}
      data={[{ value: '', label: any }, ...data]}
    />
  )
  return (
    <Popover position="bottom-end" width={300} trapFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <Button
          size="xs"
          variant={active ? 'light' : 'default'}
          aria-haspopup="dialog"
          onClick={() => setOpen(!isOpen)}
        >
          {active ? t('review.filtersSet', { count: active }) : t('review.moreFilters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.more!} aria-label={t('review.moreFilters')}>
        {select(
          'document',
          t('review.document'),
          t('review.anyDocument'),
          documents.map(({ id, name }) => option(id, name, counts?.document?.[id])),
        )}
        {select(
          'minFrequency',
          t('review.seen'),
          t('review.anyFrequency'),
          frequencies.map((least) => option(String(least), t('review.seenFrom', { least }), seenAtLeast(least))),
        )}
        {select('rival', t('review.rival'), t('review.rivalAny'), [
          option('true', t('review.rivalYes'), counts?.rival?.['true']),
          option('false', t('review.rivalNo'), counts?.rival?.['false']),
        ])}
        {select(
          'author',
          t('review.author'),
          t('review.anyAuthor'),
          (counts?.authors ?? []).map(({ id, name }) => option(id, name, counts?.author?.[id])),
        )}
        <TextInput
          size="xs"
          type="date"
          label={t('review.decidedOn')}
          value={decidedOn}
          onChange={(event) => onChange({ decidedOn: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('review.scoreBelow')}
          value={String(maxScore)}
          onChange={(event) => onChange({ maxScore: Number(event.currentTarget.value) })}
          data={[
            { value: '0', label: t('review.anyScoreBelow') },
            ...withChosen(
              Array.from({ length: 9 }, (_, i) => String(90 - 10 * i)),
              maxScore ? String(maxScore) : '',
            ).map((value) => ({ value, label: format.percent(Number(value) / 100) })),
          ]}
        />
        {select(
          'reason',
          t('review.decisionReason'),
          t('review.anyReason'),
          withChosen(Object.keys(counts?.reason ?? {}), reason).map((one) =>
            option(one, reasonText(one), counts?.reason?.[one]),
          ),
        )}
        {select(
          'language',
          t('review.language'),
          t('review.anyLanguage'),
          withChosen(Object.keys(counts?.language ?? {}), language).map((tag) =>
            option(tag, format.language(tag), counts?.language?.[tag]),
          ),
        )}
        <NativeSelect
          size="xs"
          label={t('review.sort')}
          value={filters.sort}
          onChange={(event) => onChange({ sort: event.currentTarget.value as Filters['sort'] })}
          data={sorts.map((sort) => ({ value: sort, label: t(`review.sortBy.${sort}`) }))}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

const chosen = (name: keyof Filters, value: string) => (name === 'minFrequency' ? Number(value) : value)

/** What is set stays among the choices also when nothing matches it any more. */
const withChosen = (choices: string[], value: string) =>
  value && !choices.includes(value) ? [value, ...choices] : choices
