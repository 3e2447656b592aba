import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCreateKey, useKeysOfPrograms, useMembers, useRevokeKey } from '../../api/people.js'
import { useIsAdministrator, useMe } from '../../api/session.js'
import type { ApiKey, Role } from '../../api/types.js'
import { ConfirmDialog } from '../../parts/confirm-dialog.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Section, Sheet } from '../../parts/page.js'
import { SecretDialog } from '../../parts/secret-dialog.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { roles } from './members-section.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './people.module.css'

/** Keys with which programs act; each is shown once, when it is made. */
export function KeysSection() {
  const { t } = useTranslation()
  const keys = useKeysOfPrograms()
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<{ name: string; key: string } | null>(null)
  const items = (keys.data?.items ?? []).filter(({ revokedAt }) => revokedAt === null)
  return (
    <Section
      title={t('people.keys')}
      aside={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => setMaking(true)}
        >
          {t('people.newKey')}
        </Button>
      }
    >
      {keys.isPending && <Loading />}
      {keys.isError && <Failed problem={keys.error} retry={() => void keys.refetch()} />}
      {keys.data && items.length === 0 && <p className={styles.quiet}>{t('people.noKeys')}</p>}
      {items.length > 0 && (
        <Sheet>
          <ul className={styles.list}>
            {items.map((key) => (
              <KeyLine key={key.id} apiKey={key} />
            ))}
          </ul>
        </Sheet>
      )}
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} onMade={setMade} />}
      {made && (
        <SecretDialog
          title={t('people.keyTitle', { name: made.name })}
          text={t('people.keyText')}
          secret={made.key}
          onClose={() => setMade(null)}
        />
      )}
    </Section>
  )
}

function KeyLine({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revoke = useRevokeKey()
  const [isAsking, setAsking] = useState(false)
  const me = useMe().data
  const members = useMembers(useIsAdministrator()).data?.items ?? []
  const owner = apiKey.userId === me?.id ? null : members.find(({ id }) => id === apiKey.userId)?.name
  const isExpired = apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) < Date.now()
  const facts = [
    owner,
    t(`role.${apiKey.role}`),
    t('people.made', { ago: format.ago(apiKey.createdAt) }),
    apiKey.lastUsedAt ? t('people.lastUsed', { ago: format.ago(apiKey.lastUsedAt) }) : t('people.neverUsed'),
    apiKey.expiresAt && t(isExpired ? 'people.expired' : 'people.expires', { date: format.date(apiKey.expiresAt) }),
  ]
  return (
    <li className={styles.line} data-off={isExpired || undefined}>
      <div className={styles.about}>
        <strong>{apiKey.name}</strong> <code className={styles.quiet}>{apiKey.prefix}…</code>
        <div className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</div>
      </div>
      <span />
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('people.revoke')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('people.revokeTitle', { name: apiKey.name })}
          text={t('people.revokeText')}
          confirm={t('people.revoke')}
          isRunning={revoke.isPending}
          problem={revoke.error}
          onClose={() => setAsking(false)}
          onConfirm={() => revoke.mutate(apiKey.id, { onSuccess: () => setAsking(false) })}
        />
      )}
    </li>
  )
}

/** Days; a key that is forgotten ends by itself. */
const lifetimes = [30, 365, 1095]

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}

function NewKeyDialog({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (made: { name: string; key: string }) => void
}) {
  const { t } = useTranslation()
  const create = useCreateKey()
  const me = useMe().data
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reader')
  const [days, setDays] = useState<string>(String(lifetimes[1]))
  const allowed = roles.slice(0, roles.indexOf(me?.role ?? 'reader') + 1)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate(
      { name: name.trim(), role, ...(days && { expiresAt: daysFromNow(Number(days)) }) },
      {
        onSuccess: (key) => {
          onClose()
          onMade(key)
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('people.newKey')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          data-autofocus
          required
          label={t('people.keyName')}
          placeholder={t('people.keyNameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.keyRole')}
          data={allowed.map((role) => ({ value: role, label: `${t(`role.${role}`)}: ${t(`roleMeaning.${role}`)}` }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <NativeSelect
          label={t('people.keyLifetime')}
          data={[
            ...lifetimes.map((count) => ({ value: String(count), label: t('people.days', { count }) })),
            { value: '', label: t('people.noExpiry') },
          ]}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <ProblemLine problem={create.error} />
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!name.trim()}>
            {t('people.makeKey')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
