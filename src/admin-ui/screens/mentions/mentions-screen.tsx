import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMentions, useReadMentions } from '../../api/comments.js'
import type { Mention } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Page, Sheet } from '../../parts/page.js'
import { Empty, Failed, Loading } from '../../parts/states.js'
import { useTitle } from '../../parts/use-title.js'
import styles from './mentions.module.css'

/** Comments that call me, newest first; what I have not seen yet stands out. */
export function Component() {
  const { t } = useTranslation()
  const mentions = useMentions()
  const read = useReadMentions()
  useTitle(t('mentions.title'))
  if (mentions.isPending) return <Loading />
  if (mentions.isError) return <Failed problem={mentions.error} retry={() => void mentions.refetch()} />
  const { items, unread } = mentions.data
  return (
    <Page
      width={820}
      title={t('mentions.title')}
      lead={t('mentions.lead')}
      actions={
        unread > 0 && (
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {t('mentions.readAll')}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <Empty icon="person" title={t('mentions.none')}>
          {t('mentions.noneHint')}
        </Empty>
      ) : (
        <Sheet>
          <ul className={styles.list}>
            {items.map((mention) => (
              <Line key={mention.comment.id} mention={mention} onOpen={() => read.mutate([mention.comment.id])} />
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}

function Line({ mention, onOpen }: { mention: Mention; onOpen: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { comment, termbase, concept, readAt } = mention
  return (
    <li data-unread={readAt ? undefined : true}>
      <p className={styles.head}>
        {!readAt && <span className={styles.fresh}>{t('mentions.new')}</span>}
        <strong>{comment.author.name}</strong>
        <time dateTime={comment.at}>{format.ago(comment.at)}</time>
        {comment.resolvedAt && <span>{t('mentions.resolved')}</span>}
      </p>
      <p className={styles.text}>{comment.text}</p>
      <Link to={`/termbases/${termbase.id}/concepts/${concept.id}#comment-${comment.id}`} onClick={onOpen}>
        {`${concept.terms.join(' – ') || concept.number} · ${termbase.name}`}
      </Link>
    </li>
  )
}
