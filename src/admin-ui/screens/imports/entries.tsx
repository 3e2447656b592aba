import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type GlossaryImport, useImportEntries, useImportStep, type Verdict } from '../../api/imports.js'
import { useCanEdit } from '../../api/session.js'
import { useFormat } from '../../parts/format.js'
import { Empty, Failed, Loading, ProblemLine } from '../../parts/states.js'
import { BulkBar } from './bulk-bar.js'
import { EntryList } from './entry-list.js'
import styles from './imports.module.css'

const verdicts: Verdict[] = ['conflict', 'duplicate', 'changed', 'new', 'same', 'refused']
const conflictRules = ['ask', 'keep', 'take', 'add', 'fill'] as const
const duplicateRules = ['ask', 'new', 'merge', 'skip'] as const

/** The entries of an import: filtered, decided one by one, all that match, or by rule. The filter is in the address. */
export function Entries({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const canDecide = useCanEdit() && one.state === 'ready'
  const [search, setSearch] = useSearchParams()
  const verdict = verdicts.find((name) => name === search.get('verdict'))
  const open = search.has('open') || undefined
  const q = search.get('q') ?? undefined
  const filter = { verdict, open, q }
  const entries = useImportEntries(one.termbaseId, one.id, { verdict, open: open && 'true', q }, true)
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (known) => {
        if (value) known.set(name, value)
        else known.delete(name)
        return known
      },
      { replace: true },
    )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = entries
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const items = entries.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <Filters one={one} filter={filter} onSet={set} />
      {canDecide && <Rules one={one} />}
      {canDecide && <BulkBar one={one} filter={filter} />}
      {entries.isPending && <Loading />}
      {entries.isError && <Failed problem={entries.error} retry={() => void entries.refetch()} />}
      {entries.data && items.length === 0 && <Empty title={t('imports.noneMatch')} icon="search" />}
      {items.length > 0 && (
        <EntryList
          key={`${verdict} ${open} ${q}`}
          one={one}
          items={items}
          total={entries.data?.pages[0]?.total ?? items.length}
          canDecide={canDecide}
          onEnd={more}
        />
      )}
    </>
  )
}

interface FilterProps {
  one: GlossaryImport
  filter: { verdict?: Verdict | undefined; open?: boolean | undefined; q?: string | undefined }
  onSet: (name: string, value: string | undefined) => void
}

function Filters({ one, filter: { verdict, open, q }, onSet }: FilterProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const find = useDebouncedCallback((text: string) => onSet('q', text || undefined), 250)
  return (
    <div className={styles.filters}>
      {verdicts.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={verdict === name}
          className={styles.filter}
          onClick={() => onSet('verdict', verdict === name ? undefined : name)}
        >
          {t(`verdict.${name}`)} <b>{format.number(one.counts.verdicts[name])}</b>
        </button>
      ))}
      <button
        type="button"
        aria-pressed={open === true}
        className={styles.filter}
        onClick={() => onSet('open', open ? undefined : '1')}
      >
        {t('imports.onlyOpen')} <b>{format.number(one.counts.undecided)}</b>
      </button>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('imports.search')}
        placeholder={t('imports.search')}
        defaultValue={q ?? ''}
        onChange={(event) => find(event.currentTarget.value)}
      />
    </div>
  )
}

/** What becomes of what nobody decides. */
function Rules({ one }: { one: GlossaryImport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const step = useImportStep(one.termbaseId, one.id)
  if (one.counts.verdicts.conflict + one.counts.verdicts.duplicate === 0) return null
  const rule = (name: 'conflicts' | 'duplicates', choices: readonly string[]) => (
    <NativeSelect
      size="xs"
      label={t(`imports.${name}`)}
      value={one.rules[name]}
      onChange={(event) =>
        step.mutate({ step: '/rules', method: 'PATCH', body: { [name]: event.currentTarget.value } })
      }
      data={choices.map((value) => ({ value, label: t(`importAction.${value}` as 'importAction.ask') }))}
    />
  )
  return (
    <div className={styles.rules}>
      {rule('conflicts', conflictRules)}
      {rule('duplicates', duplicateRules)}
      <span role="status">
        {t('imports.undecided', { count: one.counts.undecided, shown: format.number(one.counts.undecided) })}
      </span>
      <ProblemLine problem={step.error} />
    </div>
  )
}
