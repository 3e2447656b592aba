import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useNavigate, useParams } from 'react-router'
import { useMentions } from '../api/comments.js'
import { useIsAdministrator, useMe, useSignOut } from '../api/session.js'
import { useTermbases } from '../api/termbases.js'
import { LanguageSwitch } from './language-switch.js'
import { Icon, Logo } from './icons.js'
import { PasswordDialog } from './password-dialog.js'
import styles from './shell.module.css'

const tasks = ['review', 'documents', 'concepts', 'releases', 'lookup', 'progress', 'tools', 'settings'] as const

/** One line at the top of every screen: where am I, what can be done here, who am I. */
export function Shell() {
  const { t } = useTranslation()
  const { termbaseId } = useParams()
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <header className={styles.header}>
        <Link to="/termbases" className={styles.home} aria-label={t('shell.home')}>
          <Logo />
          <span className={styles.name}>Termloom</span>
        </Link>
        {termbaseId && <TermbaseMenu termbaseId={termbaseId} />}
        <nav className={styles.nav} aria-label={t('shell.tasks')}>
          {termbaseId &&
            tasks.map((task) => (
              <NavLink key={task} to={`/termbases/${termbaseId}/${task}`} className={styles.task!}>
                {t(`task.${task}`)}
              </NavLink>
            ))}
        </nav>
        <div className={styles.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <MentionsLink />
          <PersonMenu />
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}

function TermbaseMenu({ termbaseId }: { termbaseId: string }) {
  const { t } = useTranslation()
  const termbases = useTermbases().data?.items ?? []
  const current = termbases.find(({ id }) => id === termbaseId)
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.termbase}
          aria-label={t('shell.switchTermbase', { name: current?.name ?? '' })}
        >
          <span className={styles.termbaseName}>{current?.name ?? '…'}</span>
          <Icon name="chevron" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {termbases.map(({ id, name, sourceLanguage, targetLanguage }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={`/termbases/${id}/review`}
            rightSection={<span className={styles.pair}>{`${sourceLanguage} → ${targetLanguage}`}</span>}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/termbases">
          {t('shell.allTermbases')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function SchemeSwitch() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const label = t(isDark ? 'shell.light' : 'shell.dark')
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        <Icon name={isDark ? 'sun' : 'moon'} />
      </ActionIcon>
    </Tooltip>
  )
}

/** How many comments that call me I have not seen; without any, it keeps out of the way. */
function MentionsLink() {
  const { t } = useTranslation()
  const unread = useMentions().data?.unread ?? 0
  if (unread === 0) return null
  return (
    <Link to="/mentions" className={styles.mentions} aria-label={t('mentions.unread', { count: unread })}>
      <Icon name="comment" />
      <span aria-hidden="true">{unread}</span>
    </Link>
  )
}

function PersonMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe().data
  const isAdministrator = useIsAdministrator()
  const signOut = useSignOut()
  const [isSettingPassword, setSettingPassword] = useState(false)
  if (!me) return null
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button type="button" className={styles.person} aria-label={t('shell.account', { name: me.name })}>
            <Icon name="person" />
            <span className={styles.personName}>{me.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{`${me.name} · ${t(`role.${me.role}`)}`}</Menu.Label>
          <Menu.Item onClick={() => setSettingPassword(true)}>{t('shell.password')}</Menu.Item>
          <Menu.Item component={Link} to="/mentions">
            {t('mentions.title')}
          </Menu.Item>
          <Menu.Item component={Link} to="/people">
            {t(isAdministrator ? 'shell.people' : 'shell.keys')}
          </Menu.Item>
          <Menu.Item component="a" href="/api/docs">
            {t('shell.api')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => signOut.mutate(undefined, { onSettled: () => navigate('/sign-in') })}>
            {t('shell.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isSettingPassword && <PasswordDialog onClose={() => setSettingPassword(false)} />}
    </>
  )
}
