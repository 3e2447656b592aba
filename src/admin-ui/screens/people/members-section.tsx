import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makeSignInLink, useAddMember, useChangeMember, useMembers } from '../../api/people.js'
import { useMe } from '../../api/session.js'
import type { Member, Role } from '../../api/types.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Section, Sheet } from '../../parts/page.js'
import { SecretDialog } from '../../parts/secret-dialog.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { Dialog } from '../../parts/dialog.js'
import styles from './people.module.css'

export const roles = ['reader', 'editor', 'administrator'] as const

export function MembersSection() {
  const { t } = useTranslation()
  const members = useMembers(true)
  const [isAdding, setAdding] = useState(false)
  const [link, setLink] = useState<{ name: string; url: string } | null>(null)
  return (
    <Section
      title={t('people.members')}
      aside={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => setAdding(true)}
        >
          {t('people.add')}
        </Button>
      }
    >
      {members.isPending && <Loading />}
      {members.isError && <Failed problem={members.error} retry={() => void members.refetch()} />}
      {members.data && (
        <Sheet>
          <ul className={styles.list}>
            {members.data.items.map((member) => (
              <MemberLine key={member.id} member={member} onLink={setLink} />
            ))}
          </ul>
        </Sheet>
      )}
      {isAdding && <AddDialog onClose={() => setAdding(false)} onLink={setLink} />}
      {link && (
        <SecretDialog
          title={t('people.linkTitle', { name: link.name })}
          text={t('people.linkText', { name: link.name })}
          secret={link.url}
          onClose={() => setLink(null)}
        />
      )}
    </Section>
  )
}

type ShowLink = (link: { name: string; url: string }) => void

function MemberLine({ member, onLink }: { member: Member; onLink: ShowLink }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe().data
  const change = useChangeMember()
  const link = useMutation({
    mutationFn: () => makeSignInLink(member.id),
    onSuccess: ({ url }) => onLink({ name: member.name, url }),
  })
  const isMe = me?.id === member.id
  return (
    <li className={styles.line} data-off={member.disabled || undefined}>
      <div className={styles.about}>
        <strong>{member.name}</strong>
        {isMe && <span className={styles.quiet}> {t('people.you')}</span>}
        {member.disabled && <span className={styles.quiet}> · {t('people.disabled')}</span>}
        <div className={styles.quiet}>
          {[
            member.email,
            member.lastSignedInAt
              ? t('people.lastSeen', { ago: format.ago(member.lastSignedInAt) })
              : t('people.neverSeen'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <ProblemLine problem={change.error ?? link.error} />
      </div>
      <NativeSelect
        size="xs"
        aria-label={t('people.roleOf', { name: member.name })}
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={member.role}
        disabled={isMe}
        title={isMe ? t('people.notYourself') : undefined}
        onChange={(event) => change.mutate({ id: member.id, role: event.currentTarget.value as Role })}
      />
      <div className={styles.buttons}>
        <Button variant="default" loading={link.isPending} disabled={member.disabled} onClick={() => link.mutate()}>
          {t('people.newLink')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={isMe}
          onClick={() => change.mutate({ id: member.id, disabled: !member.disabled })}
        >
          {t(member.disabled ? 'people.enable' : 'people.disable')}
        </Button>
      </div>
    </li>
  )
}

/** A new person comes in by a link at once: there is no password to hand over. */
function AddDialog({ onClose, onLink }: { onClose: () => void; onLink: ShowLink }) {
  const { t } = useTranslation()
  const add = useAddMember()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const link = useMutation({
    mutationFn: async () => {
      const member = await add.mutateAsync({
        name: name.trim(),
        role,
        ...(email.trim() ? { email: email.trim() } : {}),
      })
      return { name: member.name, ...(await makeSignInLink(member.id)) }
    },
    onSuccess: (made) => {
      onClose()
      onLink(made)
    },
  })
  return (
    <Dialog onClose={onClose} title={t('people.add')}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          link.mutate()
        }}
      >
        <TextInput
          data-autofocus
          required
          label={t('people.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="email"
          label={t('people.email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.role')}
          data={roles.map((role) => ({ value: role, label: `${t(`role.${role}`)}: ${t(`roleMeaning.${role}`)}` }))}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <ProblemLine problem={link.error} />
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={link.isPending} disabled={!name.trim()}>
            {t('people.addAndLink')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
