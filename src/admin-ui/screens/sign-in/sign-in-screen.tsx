import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { useMe, useSignIn } from '../../api/session.js'
import { Logo } from '../../parts/icons.js'
import { LanguageSwitch } from '../../parts/language-switch.js'
import { Loading, ProblemLine } from '../../parts/states.js'
import { useTitle } from '../../parts/use-title.js'
import styles from './sign-in-screen.module.css'

/** By the link that the start of the server or an administrator gave, or by address and password. */
export function Component() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const token = search.get('token')
  const me = useMe()
  const signIn = useSignIn()
  const spent = useRef<string | null>(null)
  useTitle(t('signIn.title'))

  const { mutate } = signIn
  useEffect(() => {
    // A link works once; React's strict mode would spend it twice.
    if (!token || spent.current === token) return
    spent.current = token
    mutate({ token })
  }, [token, mutate])

  const next = localAddress(search.get('next'))
  const isServed = isOutside(next)
  useEffect(() => {
    if (me.data && isServed) window.location.replace(next)
  }, [me.data, isServed, next])
  if (me.data) return isServed ? <Loading /> : <Navigate to={next} replace />
  const isRunning = me.isPending || signIn.isPending || (token !== null && !signIn.isError)
  return (
    <main className={styles.screen}>
      <div className={styles.language}>
        <LanguageSwitch />
      </div>
      <div className={styles.card}>
        <div className={styles.name}>
          <Logo size={32} />
          <h1>Termloom</h1>
        </div>
        <p className={styles.lead}>{t('signIn.lead')}</p>
        {isRunning ? <Loading /> : <PasswordForm signIn={signIn} usedLink={token !== null} />}
      </div>
    </main>
  )
}

function PasswordForm({ signIn, usedLink }: { signIn: ReturnType<typeof useSignIn>; usedLink: boolean }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email, password })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <ProblemLine problem={signIn.error} />
      <TextInput
        label={t('signIn.email')}
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <Button type="submit" size="sm">
        {t('signIn.submit')}
      </Button>
      <p className={styles.hint}>{usedLink ? t('signIn.linkSpent') : t('signIn.linkHint')}</p>
    </form>
  )
}

/** Only a path of this site: a link may not send anyone elsewhere. */
function localAddress(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/termbases'
}

/** Pages that the server makes itself are no screens of this page. */
function isOutside(address: string): boolean {
  return /^\/(glossary|api)(\/|$)/.test(address)
}
