import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProgress } from '../../api/progress.js'
import type { CandidateState, Progress } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Page, Section, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { StatusMark } from '../../parts/status-mark.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import { useTitle } from '../../parts/use-title.js'
import { DaysPlot } from './days-plot.js'
import { OutcomeBars } from './outcome-bars.js'
import styles from './progress.module.css'

const states = ['accepted', 'merged', 'rejected', 'skipped', 'proposed'] as const satisfies CandidateState[]

/** How the work goes: what is decided and what is not, by whom, how well the score foretold it, what of the documents is covered. */
export function Component() {
  const { t } = useTranslation()
  const format = useFormat()
  const termbase = useCurrentTermbase()
  const progress = useProgress(termbase.id)
  useTitle(t('task.progress'), termbase.name)
  if (progress.isPending) return <Loading />
  if (progress.isError) return <Failed isScreen problem={progress.error} retry={() => void progress.refetch()} />
  const { data } = progress
  const queue = `/termbases/${termbase.id}/review`
  const all = states.reduce((sum, state) => sum + (data.states[state] ?? 0), 0)
  if (all === 0) {
    return (
      <Page title={t('task.progress')}>
        <Empty title={t('progress.none')}>{t('progress.noneHint')}</Empty>
      </Page>
    )
  }
  return (
    <Page title={t('task.progress')} lead={t('progress.lead')}>
      <Section
        title={t('progress.states')}
        aside={<Quiet>{t('review.total', { count: all, shown: format.number(all) })}</Quiet>}
      >
        <StateBar data={data} all={all} queue={queue} />
      </Section>
      <Section title={t('progress.days')}>
        <DaysPlot days={data.days} queue={queue} />
      </Section>
      <div className={styles.halves}>
        <Section title={t('progress.byScore')}>
          <OutcomeBars
            rows={data.scores.toReversed().map(({ from, ...outcome }) => ({
              ...outcome,
              key: String(from),
              label: t('progress.band', { from: format.percent(from), to: format.percent(from + 0.1) }),
              to: `${queue}?state=all${from > 0 ? `&minScore=${Math.round(from * 100)}` : ''}${from < 0.9 ? `&maxScore=${Math.round(from * 100 + 10)}` : ''}`,
            }))}
          />
        </Section>
        <Section title={t('progress.byKind')}>
          <OutcomeBars
            rows={data.kinds.map(({ kind, ...outcome }) => ({
              ...outcome,
              key: kind,
              label: t(`kind.${kind}`),
              to: `${queue}?state=all&kind=${kind}`,
            }))}
          />
        </Section>
      </div>
      <Section title={t('progress.coverage')} aside={<Quiet>{t('progress.coverageHint')}</Quiet>}>
        <Coverage documents={data.documents} home={`/termbases/${termbase.id}`} />
      </Section>
    </Page>
  )
}

function Quiet({ children }: { children: string }) {
  return <span className={styles.quiet}>{children}</span>
}

/** The whole queue in one line; each part leads to its candidates. */
function StateBar({ data, all, queue }: { data: Progress; all: number; queue: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = states.filter((state) => data.states[state])
  return (
    <>
      <div className={styles.stack} aria-hidden>
        {shown.map((state) => (
          <Link
            key={state}
            tabIndex={-1}
            to={`${queue}?state=${state}`}
            className={styles.part}
            data-state={state}
            title={`${t(`candidateState.${state}`)} ${format.number(data.states[state]!)}`}
            style={{ flexGrow: data.states[state]! / all }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map((state) => (
          <li key={state}>
            <Link to={state === 'proposed' ? queue : `${queue}?state=${state}`} className={styles.legendLink}>
              <span className={styles.swatch} data-state={state} />
              <StatusMark of="candidate" status={state} />
              <strong>{format.number(data.states[state]!)}</strong>
              <span className={styles.quiet}>{format.percent(data.states[state]! / all)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** In how many of its sentences each document shows an accepted term. */
function Coverage({ documents, home }: { documents: Progress['documents']; home: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Sheet>
      <ul className={styles.documents}>
        {documents.map(({ id, name, sentences, covered, terms }) => (
          <li key={id} className={styles.document}>
            <Link to={`${home}/documents/${id}`} className={styles.name}>
              {name}
            </Link>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${(100 * covered) / Math.max(1, sentences)}%` }} />
            </span>
            <span className={styles.share}>{format.percent(covered / Math.max(1, sentences))}</span>
            <Link to={`${home}/review?state=accepted&document=${id}`} className={styles.count}>
              {t('progress.terms', { count: terms, shown: format.number(terms) })}
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
