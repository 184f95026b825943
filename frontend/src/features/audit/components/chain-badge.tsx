'use client';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { figure } from '@/ui/format';
import { Badge } from '@/ui/states';
import { clockTime, moment } from '@/ui/time';
import { chainQuery, verifyChain } from '../api';
import { verdict } from '../audit-model';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How far the chain of sealed entries goes and whether it holds; the button follows it anew. */
export function ChainBadge() {
  const client = useQueryClient();
  const chain = useQuery(chainQuery).data;
  const verify = useMutation({
    mutationFn: verifyChain,
    onSuccess: (state) => client.setQueryData(chainQuery.queryKey, state),
  });
  if (!chain) return null;
  const said = verdict(chain, (at) => moment(at, HERE));
  return (
    <>
      <span role="status" data-testid="chain-verdict">
        <Badge tone={said.tone} dot>
          {said.text}
        </Badge>
      </span>
      <span className="dim" data-testid="chain-head">
        {figure(chain.number, 0)} sealed
        {chain.sealedAt && `, last ${clockTime(chain.sealedAt, HERE)}`}
        {chain.waiting > 0 && `, ${figure(chain.waiting, 0)} waiting`}
      </span>
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        Verify now
      </Button>
    </>
  );
}
