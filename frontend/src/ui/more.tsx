'use client';
import { Button } from '@mantine/core';
import classes from './ui.module.css';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Below a list that is read page by page: asks for the next one, as long as there is any. */
export function More({ of, label }: { of: Pages; label: string }) {
  return (
    of.hasNextPage && (
      <div className={classes.more}>
        <Button variant="default" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
          {label}
        </Button>
      </div>
    )
  );
}
