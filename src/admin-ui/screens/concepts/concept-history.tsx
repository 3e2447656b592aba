import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
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

const FIRST = 10

/** Who changed what, newest first; an earlier version can be made the newest again. */
export function ConceptHistory({ termbaseId, concept }: { termbaseId: string; concept: Concept }) {
  const { t } = useTranslation()
  const format = useFormat()
  const canEdit = useCanEdit()
  const history = useConceptHistory(termbaseId, concept.id)
  const restore = useRestoreVersion(termbaseId, concept.id)
  const [showsAll, setShowsAll] = useState(false)
  const versions = history.data?.items ?? []
  const shown = showsAll ? versions : versions.slice(0, FIRST)
  /** A restored version is a new one on top, so restoring the one before it takes it back. */
  const bringBack = (version: number) =>
    restore.mutate(version, {
      onSuccess: () => {
        const id = `restored-${concept.id}`
        notifications.show({
          id,
          autoClose: 15_000,
          message: (
            <span className={styles.notice}>
              {t('concept.restored', { version })}
              <Button
                size="compact-xs"
                variant="light"
                onClick={() => {
                  notifications.hide(id)
                  restore.mutate(concept.version)
                }}
              >
                {t('action.undo')}
              </Button>
            </span>
          ),
        })
      },
    })
  const causeText = (cause: string) => {
    const [, restored] = /^restore-version-(\d+)$/.exec(cause) ?? []
    if (restored) return t('cause.restore-version', { version: restored })
    return t(`cause.${cause}` as 'cause.edit-concept', { defaultValue: '' })
  }
  if (versions.length === 0) return <ProblemLine problem={history.error} />
  return (
    <Section title={t('concept.history')}>
      <ProblemLine problem={restore.error} />
      <Sheet>
        <ol className={styles.versions}>
          {shown.map(({ version, cause, at, author, snapshot }, index) => {
            const earlier = versions[index + 1]?.snapshot
            return (
              <li key={version}>
                <div className={styles.head}>
                  <strong>{t('concept.version', { version })}</strong>
                  <time dateTime={at} title={format.date(at)}>
                    {author.name} · {format.ago(at)}
                    {causeText(cause) && ` · ${causeText(cause)}`}
                  </time>
                  {canEdit && index > 0 && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      loading={restore.isPending && restore.variables === version}
                      onClick={() => bringBack(version)}
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
        {versions.length > shown.length && (
          <Button variant="subtle" m="xs" onClick={() => setShowsAll(true)}>
            {t('concept.allVersions', { count: versions.length })}
          </Button>
        )}
      </Sheet>
    </Section>
  )
}
