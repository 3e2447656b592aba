import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CheckFinding, type Direction, useCheck } from '../../api/lookup.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { MarkedText } from '../../parts/marked-text.js'
import { Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import styles from './lookup.module.css'

/** Does a translation keep to the glossary? Each remark shows the place on both sides and what to write. */
export function CheckForm({ direction }: { direction: Direction }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [source, setSource] = useState('')
  const [target, setTarget] = useState('')
  const check = useCheck(direction)
  const asked = check.variables?.[0]
  const findings = check.data?.segments[0]?.findings
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          check.mutate([{ source, target }])
        }}
      >
        <div className={styles.sides}>
          <Textarea
            autosize
            minRows={4}
            lang={direction.source}
            label={format.language(direction.source)}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Textarea
            autosize
            minRows={4}
            lang={direction.target}
            label={format.language(direction.target)}
            value={target}
            onChange={(event) => setTarget(event.currentTarget.value)}
          />
        </div>
        <div>
          <Button type="submit" size="sm" disabled={!source.trim() || !target.trim()} loading={check.isPending}>
            {t('lookup.check')}
          </Button>
        </div>
        <ProblemLine problem={check.error} />
      </form>
      {findings && asked && (
        <Sheet>
          <div className={styles.marked} aria-live="polite">
            <p className={styles.count}>
              {findings.length > 0 ? t('lookup.findings', { count: findings.length }) : t('lookup.clean')}
            </p>
            <div className={styles.sides}>
              <MarkedText
                text={asked.source}
                marks={findings.flatMap((finding) => finding.source ?? [])}
                side="source"
                lang={direction.source}
              />
              <MarkedText
                text={asked.target}
                marks={findings.flatMap((finding) => finding.target ?? [])}
                side="target"
                lang={direction.target}
              />
            </div>
          </div>
          <ul className={styles.hits}>
            {findings.map((finding) => (
              <FindingLine key={JSON.stringify(finding)} finding={finding} direction={direction} />
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

function FindingLine({ finding, direction }: { finding: CheckFinding; direction: Direction }) {
  const { t } = useTranslation()
  return (
    <li className={styles.finding}>
      <Icon name="warning" />
      <div>
        <strong>
          {t(`lookup.finding.${finding.kind}` as 'lookup.finding.missing', { defaultValue: finding.kind })}
        </strong>{' '}
        {finding.kind === 'missing' || !finding.target ? (
          <span lang={direction.source}>{finding.source?.text}</span>
        ) : (
          <span lang={direction.target} className={finding.kind === 'forbidden' ? styles.struck : undefined}>
            {finding.target.text}
          </span>
        )}
        {finding.suggestions && finding.suggestions.length > 0 && (
          <p className={styles.definition}>{t('lookup.suggestion', { terms: finding.suggestions.join(' / ') })}</p>
        )}
      </div>
    </li>
  )
}
