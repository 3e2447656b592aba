import { ActionIcon, Button, Kbd, TextInput, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AlignmentEdit, AlignmentOutcome, TermMark } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './reader-bar.module.css'

export const markKinds = ['approved', 'candidate', 'forbidden'] as const satisfies TermMark['kind'][]
export type Shown = Record<TermMark['kind'], boolean>

/** What the text search found, and which hit one stands on. */
export interface Hits {
  total: number
  index: number
  step: (by: 1 | -1) => void
}

/** Above the sentences: search, what the marks mean and which are shown, the keys. */
export function ReaderBar({
  q,
  onSearch,
  hits,
  shown,
  onShow,
  onKeys,
}: {
  q: string
  onSearch: (q: string) => void
  hits: Hits | null
  shown: Shown
  onShow: (kind: TermMark['kind']) => void
  onKeys: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.bar}>
      <TextInput
        size="xs"
        type="search"
        className={styles.search!}
        aria-label={t('document.search')}
        placeholder={t('document.search')}
        leftSection={<Icon name="search" size={14} />}
        data-reader-search
        value={q}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') hits?.step(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {hits && (
        <span className={styles.hits} role="status">
          {hits.total === 0
            ? t('document.noHit')
            : t('document.hit', { index: format.number(hits.index + 1), total: format.number(hits.total) })}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            disabled={hits.total === 0}
            aria-label={t('document.previousHit')}
            onClick={() => hits.step(-1)}
          >
            <Icon name="left" size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            disabled={hits.total === 0}
            aria-label={t('document.nextHit')}
            onClick={() => hits.step(1)}
          >
            <Icon name="right" size={14} />
          </ActionIcon>
        </span>
      )}
      <span className={styles.rest} />
      <div role="group" aria-label={t('document.marks')} className={styles.legend}>
        {markKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={shown[kind]}
            className={styles.kind}
            onClick={() => onShow(kind)}
          >
            <span data-kind={kind} className={styles.sample}>
              {t(`document.mark.${kind}`)}
            </span>
          </button>
        ))}
      </div>
      <Tooltip label={t('review.keys')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('review.keys')} onClick={onKeys}>
          <Icon name="keyboard" />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

/** Below the sentences: what can be done to the row one stands on, what the last correction did, and the way back. */
export function AlignBar({
  row,
  actions,
  isRunning,
  outcome,
  problem,
  last,
}: {
  row: number | null
  actions: AlignActions
  isRunning: boolean
  outcome: AlignmentOutcome | undefined
  problem: unknown
  last: AlignmentEdit | undefined
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const off = row === null || isRunning
  return (
    <div className={styles.align}>
      <div className={styles.actions} role="toolbar" aria-label={t('document.correct')}>
        <span className={styles.row}>
          {row === null ? t('document.noRow') : t('document.row', { row: format.number(row + 1) })}
        </span>
        <AlignButton label={t('document.merge')} hint="m" off={off} run={actions.merge} />
        <AlignButton label={t('document.split')} hint="s" off={off} run={actions.split} />
        <AlignButton
          label={t('document.sideUp', { side: actions.sideName })}
          hint="⇧ ↑"
          off={off}
          run={() => actions.shift('previous', false)}
        />
        <AlignButton
          label={t('document.sideDown', { side: actions.sideName })}
          hint="⇧ ↓"
          off={off}
          run={() => actions.shift('next', false)}
        />
        <AlignButton
          label={t('document.columnUp', { side: actions.sideName })}
          off={off}
          run={() => actions.shift('previous', true)}
        />
        <AlignButton
          label={t('document.columnDown', { side: actions.sideName })}
          off={off}
          run={() => actions.shift('next', true)}
        />
        <span className={styles.rest} />
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={!last || isRunning}
          title={
            last &&
            t('document.lastEdit', {
              kind: t(`document.edit.${last.kind}`),
              name: last.author.name,
              ago: format.ago(last.at),
            })
          }
          leftSection={<Icon name="undo" size={14} />}
          rightSection={<Kbd size="xs">u</Kbd>}
          aria-keyshortcuts="u"
          onClick={actions.undo}
        >
          {t('action.undo')}
        </Button>
      </div>
      <div className={styles.outcome} role="status">
        {outcome && !problem && (
          <>
            {t('document.followed', { count: outcome.evidence.moved })}{' '}
            {outcome.evidence.lost > 0 && t('document.lost', { count: outcome.evidence.lost })}{' '}
            {outcome.evidence.found > 0 && t('document.found', { count: outcome.evidence.found })}{' '}
            {outcome.forgotten > 0 && t('document.forgotten', { count: outcome.forgotten })}
          </>
        )}
        <ProblemLine problem={problem} />
      </div>
    </div>
  )
}

export interface AlignActions {
  /** The language whose text moves. */
  sideName: string
  merge: () => void
  split: () => void
  shift: (to: 'previous' | 'next', column: boolean) => void
  undo: () => void
}

function AlignButton({ label, hint, off, run }: { label: string; hint?: string; off: boolean; run: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={off}
      rightSection={hint && <Kbd size="xs">{hint}</Kbd>}
      onClick={run}
    >
      {label}
    </Button>
  )
}
