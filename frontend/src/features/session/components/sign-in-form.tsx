'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { asProblem } from '@/api/problem';
import { statusQuery } from '@/features/status/api';
import { Logo } from '@/ui/icons';
import { signIn } from '../api';
import { returnPath } from '../return-path';
import { useSession } from '../session-context';
import { DemoLogins } from './demo-logins';
import classes from './sign-in.module.css';

function sentence(error: unknown): string {
  const p = asProblem(error);
  if (p.code === 'locked_out' || p.status === 423) {
    const minutes = p.retryAfterSeconds ? Math.ceil(p.retryAfterSeconds / 60) : 15;
    return `Too many attempts. This account is locked; try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`;
  }
  if (p.status === 401) return p.detail ?? 'E-mail or password is not right.';
  return p.detail ?? p.title;
}

export function SignInForm() {
  const { access } = useSession();
  const router = useRouter();
  const queries = useQueryClient();
  const next = returnPath(useSearchParams().get('next'));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const status = useQuery(statusQuery);
  const enter = useMutation({
    mutationFn: (who: { email: string; password: string }) => signIn(who.email, who.password),
    meta: { problemShownInPlace: true },
    onSuccess: (grant) => {
      queries.removeQueries({ queryKey: ['me'] });
      access.accept(grant);
      router.replace(next);
    },
  });
  useEffect(() => {
    if (access.token()) router.replace(next);
  }, [access, router, next]);
  const submit = (e: FormEvent) => {
    e.preventDefault();
    enter.mutate({ email: email.trim(), password });
  };

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <Logo size={22} />
          <span>OptiBid</span>
        </div>
        <h1>Sign in to your desk</h1>
        <form onSubmit={submit} noValidate>
          <TextInput
            label="E-mail"
            type="email"
            size="sm"
            autoComplete="username"
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            label="Password"
            size="sm"
            autoComplete="current-password"
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            required
            withAsterisk={false}
          />
          {enter.error && (
            <p className={classes.refused} role="alert">
              {sentence(enter.error)}
            </p>
          )}
          <Button type="submit" size="sm" fullWidth loading={enter.isPending} disabled={!email || !password}>
            Sign in
          </Button>
        </form>
        {status.data?.profile === 'demo' && (
          <DemoLogins
            onPick={(chosen) => {
              setEmail(chosen);
              setPassword('optibid-demo');
            }}
          />
        )}
        {status.error && (
          <p className={classes.foot}>The server does not answer yet. It may still be starting.</p>
        )}
        {status.data && (
          <p className={classes.foot}>
            Version {status.data.version} · {status.data.environment}
          </p>
        )}
      </div>
    </main>
  );
}
