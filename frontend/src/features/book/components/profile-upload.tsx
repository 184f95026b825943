'use client';
import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Contract } from '@/api/types';
import { ProblemNote } from '@/ui/states';
import { contractsQuery, importProfile } from '../api';

/** Takes a contract's profile from a CSV file; faults are named by line and column. */
export function ProfileUpload({ contract }: { contract: Contract }) {
  const client = useQueryClient();
  const read = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: async (file: File) => importProfile({ contract, csv: await file.text() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: contractsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['exchange'] });
    },
  });
  return (
    <>
      <FileButton
        accept="text/csv,.csv"
        inputProps={{ 'aria-label': `File with the profile of ${contract.reference}` }}
        onChange={(file) => file && read.mutate(file)}
      >
        {(props) => (
          <Button
            {...props}
            size="compact-xs"
            variant="default"
            loading={read.isPending}
            aria-label={`Profile CSV of ${contract.reference}`}
          >
            Profile CSV
          </Button>
        )}
      </FileButton>
      {read.error && <ProblemNote error={read.error} />}
    </>
  );
}
