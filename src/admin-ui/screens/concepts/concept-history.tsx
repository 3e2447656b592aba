import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConceptHistory, useRestoreVersion } from '../../api/concepts.js'
import { useCanEdit } from '../../api/session.js'
import type { Concept } from '../../api/types.js'
import { ChangeLine } from '../../parts/change-line.js'
import { useFormat } from '../../parts/format.js'
import { Section, Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import { changesBetween } from './concept-changes.js'
import styles from './concept-history.module.css'

/** Who changed what, newest first; an earlier version can be made the newest again. */
export function ConceptHistory({ termbaseId, concept }: { termbaseId: string; concept: Concept }) {
  const { t } = useTranslation()
  const format = useFormat()
  const canEdit = useCanEdit()
  const history = useConceptHistory(termbaseId, concept.id)
  const restore = useRestoreVersion(termbaseId, concept.id)
  const versions = history.data?.items ?? []
  if (versions.length === 0) return <ProblemLine problem={history.error} />
  return (
    <Section title={t('concept.history')}>
      <ProblemLine problem={restore.error} />
      <Sheet>
        <ol className={styles.versions}>
          {versions.map(({ version, at, author, snapshot }, index) => {
            const earlier = versions[index + 1]?.snapshot
            return (
              <li key={version}>
                <div className={styles.head}>
                  <strong>{t('concept.version', { version })}</strong>
                  <time dateTime={at} title={format.date(at)}>
                    {author.name} · {format.ago(at)}
                  </time>
                  {canEdit && index > 0 && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      loading={restore.isPending && restore.variables === version}
                      onClick={() => restore.mutate(version)}
                    >
                      {t('concept.restore')}
                    </Button>
                  )}
                </div>
                {earlier &&
                  changesBetween(earlier, snapshot).map((change) => (
                    <ChangeLine
                      key={[change.language, change.term, change.field, change.after].join()}
                      change={change}
                    />
                  ))}
              </li>
            )
          })}
        </ol>
      </Sheet>
    </Section>
  )
}
