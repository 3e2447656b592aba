import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { type Action, type GlossaryImport, useDecide, useUndoDecisions, type Verdict } from '../../api/imports.js'
import { useFormat } from '../../parts/format.js'
import { ProblemLine } from '../../parts/states.js'
import { answers } from './decisions.js'
import styles from './imports.module.css'

interface Props {
  one: GlossaryImport
  filter: { verdict?: Verdict | undefined; open?: boolean | undefined; q?: string | undefined }
}

/** One answer for everything that the filter shows; it can be taken back as it was. */
export function BulkBar({ one, filter }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const decide = useDecide(one.termbaseId, one.id)
  const undo = useUndoDecisions(one.termbaseId, one.id)
  const { conflict, changed, duplicate } = one.counts.verdicts
  const kinds: Verdict[] = filter.verdict
    ? [filter.verdict]
    : [...(conflict + changed > 0 ? (['conflict'] as const) : []), ...(duplicate > 0 ? (['duplicate'] as const) : [])]
  const choices = kinds.flatMap((verdict) => answers[verdict] ?? [])
  if (choices.length === 0) return null
  const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
  const all = (action: Action | null) =>
    decide.mutate(
      { chosen: { filter: wanted }, decision: action && { action } },
      {
        onSuccess: ({ decided, before }) =>
          notifications.show({
            message: (
              <span className={styles.told}>
                {t('imports.decidedAll', { count: decided, shown: format.number(decided) })}
                {decided > 0 && (
                  <Button size="compact-xs" variant="default" onClick={() => undo.mutate(before)}>
                    {t('imports.undoDecisions')}
                  </Button>
                )}
              </span>
            ),
            autoClose: 20_000,
          }),
      },
    )
  return (
    <div className={styles.bulk} role="group" aria-label={t('imports.bulk')}>
      <span className={styles.facts}>{t('imports.bulk')}</span>
      {choices.map((action) => (
        <Button
          key={action}
          size="compact-xs"
          variant="default"
          disabled={decide.isPending || undo.isPending}
          onClick={() => all(action)}
        >
          {t(`importAction.${action}`)}
        </Button>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        disabled={decide.isPending || undo.isPending}
        onClick={() => all(null)}
      >
        {t('imports.takeBack')}
      </Button>
      <ProblemLine problem={decide.error ?? undo.error} />
    </div>
  )
}
