import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { auditAddress, useAudit } from '../../api/people.js'
import type { AuditEntry } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Section, Sheet } from '../../parts/page.js'
import { Failed, Loading } from '../../parts/states.js'
import styles from './people.module.css'

/** Who did what, for administrators; the whole log as a file. */
export function AuditSection() {
  const { t } = useTranslation()
  const audit = useAudit()
  const entries = audit.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Section
      title={t('people.audit')}
      aside={
        <span className={styles.downloads}>
          {(['csv', 'jsonl'] as const).map((format) => (
            <Anchor key={format} size="sm" href={auditAddress(format)} download>
              {t('people.auditDownload', { format: format.toUpperCase() })}
            </Anchor>
          ))}
        </span>
      }
    >
      {audit.isPending && <Loading />}
      {audit.isError && <Failed problem={audit.error} retry={() => void audit.refetch()} />}
      {entries.length > 0 && (
        <Sheet>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </Sheet>
      )}
      {audit.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {t('people.auditMore')}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** Deeds are told by the words of the API, which programs and the exported file use too. */
function EntryLine({ entry: { at, actorName, action, subjectKind, subjectId, details } }: { entry: AuditEntry }) {
  const format = useFormat()
  const said = Object.entries(details).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return (
    <li className={styles.entry}>
      <time dateTime={at} className={styles.quiet}>
        {format.date(at)}
      </time>
      <strong>{actorName}</strong>
      <div className={styles.about}>
        <code>{action}</code> <span className={styles.quiet}>{`${subjectKind} ${subjectId.slice(0, 8)}`}</span>
        {said.length > 0 && <div className={styles.quiet}>{said.join(' · ').slice(0, 300)}</div>}
      </div>
    </li>
  )
}
