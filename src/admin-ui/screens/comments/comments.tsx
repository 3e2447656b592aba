import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { type CommentAct, useCommentAct, useComments } from '../../api/comments.js'
import { useCanEdit, useMe } from '../../api/session.js'
import type { Comment } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Section, Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import { CommentForm } from './comment-form.js'
import styles from './comments.module.css'
import { threadsOf } from './threads.js'

/** What people say about a concept, thread by thread; what is settled is folded away. */
export function Comments({ termbaseId, conceptId }: { termbaseId: string; conceptId: string }) {
  const { t } = useTranslation()
  const canEdit = useCanEdit()
  const { hash } = useLocation()
  const [showsResolved, setShowsResolved] = useState(false)
  const comments = useComments(termbaseId, conceptId)
  const act = useCommentAct(termbaseId, conceptId)
  const wanted = hash.startsWith('#comment-') ? hash.slice('#comment-'.length) : null
  const threads = threadsOf(comments.data?.items ?? [])
  const isWanted = ({ first, answers }: (typeof threads)[number]) => [first, ...answers].some(({ id }) => id === wanted)
  const open = threads.filter((thread) => !thread.first.resolvedAt || isWanted(thread))
  const resolved = threads.filter((thread) => !open.includes(thread))
  const hasArrived = comments.isSuccess
  useEffect(() => {
    if (wanted && hasArrived) document.getElementById(`comment-${wanted}`)?.scrollIntoView({ block: 'center' })
  }, [wanted, hasArrived])

  const run = (one: CommentAct, done?: () => void) => act.mutate(one, { onSuccess: () => done?.() })
  const thread = ({ first, answers }: (typeof threads)[number]) => (
    <Thread key={first.id} first={first} answers={answers} wanted={wanted} isRunning={act.isPending} run={run} />
  )
  return (
    <Section title={t('comments.title')}>
      <ProblemLine problem={comments.error ?? act.error} />
      <Sheet>
        <div className={styles.comments}>
          {hasArrived && threads.length === 0 && <p className={styles.none}>{t('comments.none')}</p>}
          {open.map(thread)}
          {resolved.length > 0 && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-expanded={showsResolved}
              onClick={() => setShowsResolved(!showsResolved)}
            >
              {t(showsResolved ? 'comments.hideResolved' : 'comments.showResolved', { count: resolved.length })}
            </Button>
          )}
          {showsResolved && resolved.map(thread)}
          {canEdit && (
            <CommentForm
              label={t('comments.say')}
              submit={t('comments.send')}
              isSending={act.isPending}
              onSend={(text, done) => run({ do: 'say', text }, done)}
            />
          )}
        </div>
      </Sheet>
    </Section>
  )
}

type Run = (act: CommentAct, done?: () => void) => void

function Thread({
  first,
  answers,
  wanted,
  isRunning,
  run,
}: {
  first: Comment
  answers: Comment[]
  wanted: string | null
  isRunning: boolean
  run: Run
}) {
  const { t } = useTranslation()
  const canEdit = useCanEdit()
  const [isAnswering, setAnswering] = useState(false)
  const { id, resolvedAt, resolvedBy } = first
  return (
    <article className={styles.thread} data-resolved={resolvedAt ? true : undefined}>
      {[first, ...answers].map((comment) => (
        <OneComment
          key={comment.id}
          comment={comment}
          isWanted={comment.id === wanted}
          isRunning={isRunning}
          run={run}
        />
      ))}
      {resolvedBy && <p className={styles.resolved}>{t('comments.resolvedBy', { name: resolvedBy.name })}</p>}
      {canEdit && !isAnswering && (
        <div className={styles.acts}>
          <Button variant="subtle" size="compact-xs" onClick={() => setAnswering(true)}>
            {t('comments.answer')}
          </Button>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={isRunning}
            onClick={() => run({ do: resolvedAt ? 'reopen' : 'resolve', id })}
          >
            {t(resolvedAt ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        </div>
      )}
      {isAnswering && (
        <CommentForm
          autoFocus
          label={t('comments.answerTo', { name: first.author.name })}
          submit={t('comments.answer')}
          isSending={isRunning}
          onSend={(text, done) =>
            run({ do: 'say', text, answers: id }, () => {
              done()
              setAnswering(false)
            })
          }
          onCancel={() => setAnswering(false)}
        />
      )}
    </article>
  )
}

function OneComment({
  comment,
  isWanted,
  isRunning,
  run,
}: {
  comment: Comment
  isWanted: boolean
  isRunning: boolean
  run: Run
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe().data
  const [isEditing, setEditing] = useState(false)
  const { id, author, text, at, editedAt } = comment
  if (isEditing)
    return (
      <CommentForm
        autoFocus
        label={t('comments.change')}
        submit={t('action.save')}
        initial={text}
        isSending={isRunning}
        onSend={(changed) => run({ do: 'change', id, text: changed }, () => setEditing(false))}
        onCancel={() => setEditing(false)}
      />
    )
  return (
    <div id={`comment-${id}`} className={styles.comment} data-wanted={isWanted || undefined}>
      <p className={styles.head}>
        <strong>{author.name}</strong>
        <time dateTime={at} title={format.date(at)}>
          {format.ago(at)}
          {editedAt && ` · ${t('comments.edited')}`}
        </time>
        {me?.id === author.id && (
          <span className={styles.own}>
            <Button variant="subtle" size="compact-xs" onClick={() => setEditing(true)}>
              {t('comments.edit')}
            </Button>
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              disabled={isRunning}
              onClick={() => run({ do: 'remove', id })}
            >
              {t('action.delete')}
            </Button>
          </span>
        )}
      </p>
      <p className={styles.text}>
        <WithMentions comment={comment} />
      </p>
    </div>
  )
}

/** The names that were called stand out. */
function WithMentions({ comment }: { comment: Comment }) {
  const names = comment.mentions.map(({ name }) => name).toSorted((one, other) => other.length - one.length)
  if (names.length === 0) return comment.text
  const pattern = new RegExp(`([@＠](?:${names.map(escaped).join('|')}))`, 'giu')
  return comment.text.split(pattern).map((piece, index) =>
    index % 2 === 1 ? (
      <b key={index} className={styles.mention}>
        {piece}
      </b>
    ) : (
      piece
    ),
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
}
