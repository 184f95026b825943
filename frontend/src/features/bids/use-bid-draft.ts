'use client';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Auction, Bid, BidBlock } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { tell, tellProblem } from '@/ui/tell';
import { amendBid, bidQuery, cancelBid, createBid, requestApproval, submitBid, validationQuery } from './api';
import { type BidForm, capability, fits, formOf, inputOf, isAwaited, isSubmitted } from './bid-model';
import { type OrderRow, rowsOf, toOrders } from './block-orders';
import {
  faultsByCell,
  faultsByOrder,
  gaps,
  needsApproval,
  type PlacedFault,
  placeFaults,
} from './fault-model';
import { reduceGrid, startState } from './sheet-history';
import { emptySheet, fromBlocks, toBlocks } from './sheet-model';

const NO_FORM: BidForm = { assetId: '', areaCode: '', side: 'sell', label: '', carryOver: false };

/** What a new bid begins with: the standing bid of the session that is overridden, say. */
export interface BidStart {
  form: BidForm;
  blocks: BidBlock[];
}

/** The bid on the screen: what was typed, what the server thinks of it, and what can be done with it. */
export function useBidDraft(
  auction: Auction,
  bidId: string | null,
  mayChange: boolean,
  onBid: (id: string | null) => void,
  start?: BidStart,
) {
  const queries = useQueryClient();
  const assets = useQuery(assetsQuery).data;
  const opened = useQuery(bidQuery(bidId)).data;
  const bid = bidId ? (opened ?? null) : null;
  const [grid, dispatch] = useReducer(reduceGrid, auction.blockCount, (n) => startState(emptySheet(n)));
  const [form, setForm] = useState<BidForm>(NO_FORM);
  const [saved, setSaved] = useState<{ id: string | null; version: number; content: string } | null>(null);
  const [refused, setRefused] = useState<{ content: string; faults: PlacedFault[] } | null>(null);
  const [orders, setOrders] = useState<OrderRow[]>([]);
  const createKeys = useRef(new IntentKeys());
  const submitKeys = useRef(new IntentKeys());

  const { firstBlock, blockCount } = auction;
  const { blocks, origin } = useMemo(() => toBlocks(grid.sheet, firstBlock), [grid.sheet, firstBlock]);
  const sent = useMemo(() => toOrders(orders), [orders]);
  const input = useMemo(
    () => inputOf(auction.id, form, blocks, sent.orders),
    [auction.id, form, blocks, sent],
  );
  const content = JSON.stringify(input);
  const offers = blocks.length > 0 || sent.orders.length > 0;
  const dirty =
    sent.gaps.size > 0 || content !== (saved?.content ?? JSON.stringify(inputOf(auction.id, NO_FORM, [])));

  // Another bid was opened, or the open one was changed elsewhere while nothing was typed here.
  useEffect(() => {
    if (bid && (saved?.id !== bid.id || (saved.version !== bid.version && !dirty))) {
      const sheet = fromBlocks(bid.blocks, blockCount, firstBlock);
      dispatch({ type: 'load', sheet });
      setForm(formOf(bid));
      setOrders(rowsOf(bid.blockOrders));
      setSaved({
        id: bid.id,
        version: bid.version,
        content: contentOf(auction.id, bid, toBlocks(sheet, firstBlock).blocks),
      });
    }
  }, [bid, saved, dirty, auction.id, blockCount, firstBlock]);

  useEffect(() => {
    if (bidId !== null) return;
    dispatch({
      type: 'load',
      sheet: start ? fromBlocks(start.blocks, blockCount, firstBlock) : emptySheet(blockCount),
    });
    setSaved(null);
    setOrders([]);
    setForm(start?.form ?? NO_FORM);
  }, [bidId, blockCount, firstBlock, start]);

  // A new bid begins with the first asset that fits this market, in its own area, on its usable side.
  useEffect(() => {
    if (bidId !== null || form.assetId !== '') return;
    const first = assets?.find((a) => fits(a, auction));
    if (!first) return;
    const chosen: BidForm = {
      assetId: first.id,
      areaCode: first.areaCode,
      side: capability(first, 'sell') > 0 ? 'sell' : 'buy',
      label: '',
      carryOver: false,
    };
    setForm(chosen);
    setSaved({ id: null, version: 0, content: JSON.stringify(inputOf(auction.id, chosen, [])) });
  }, [assets, bidId, form.assetId, auction]);

  const holes = useMemo(() => gaps(grid.sheet, firstBlock), [grid.sheet, firstBlock]);
  // A closed gate or a role that only looks has nothing to be judged.
  const judged = mayChange && bid?.state !== 'withdrawn';
  const askable = judged && offers && sent.gaps.size === 0 && form.assetId !== '' ? input : null;
  const [settled] = useDebouncedValue(askable, 350);
  const verdict = useQuery(validationQuery(settled));
  const current =
    judged && verdict.data && JSON.stringify(verdict.data.input) === content ? verdict.data : null;
  const checking = askable !== null && !current && !verdict.error;
  const faults = useMemo<PlacedFault[]>(() => {
    if (refused?.content === content) return [...holes, ...refused.faults];
    return current ? [...holes, ...placeFaults(current.errors, current.input.blocks, origin)] : holes;
  }, [holes, current, origin, refused, content]);
  const orderFaults = useMemo(() => faultsByOrder(faults, sent.gaps), [faults, sent.gaps]);
  const cellFaults = useMemo(() => faultsByCell(faults, grid.sheet), [faults, grid.sheet]);

  const settle = (b: Bid) => {
    queries.setQueryData(bidQuery(b.id).queryKey, b);
    void queries.invalidateQueries({ queryKey: ['bids', { auctionId: auction.id }] });
    const sheet = fromBlocks(b.blocks, blockCount, firstBlock);
    setSaved({
      id: b.id,
      version: b.version,
      content: contentOf(auction.id, b, toBlocks(sheet, firstBlock).blocks),
    });
  };
  const onError = (e: unknown) => {
    if (e instanceof ApiProblem && e.status === 412) {
      tell('This bid was changed elsewhere; its newest version is shown now', 'yellow');
      setSaved(null);
      void queries.invalidateQueries({ queryKey: ['bids'] });
    } else if (e instanceof ApiProblem && e.faults.length > 0) {
      const placed = placeFaults(e.faults, blocks, origin);
      setRefused({ content, faults: placed });
      tell(
        needsApproval(placed)
          ? 'Somebody else must approve this bid'
          : 'The bid was refused; its errors say why',
        'yellow',
      );
    } else tellProblem(e);
  };
  const store = async (): Promise<Bid> => {
    if (bid && !dirty) return bid;
    if (bid) return amendBid(bid, input);
    return createBid({ input, key: createKeys.current.keyFor(input) });
  };
  const meta = { problemShownInPlace: true };
  const save = useMutation({
    mutationFn: store,
    meta,
    onError,
    onSuccess: (b) => {
      createKeys.current.settled();
      settle(b);
      onBid(b.id);
      tell('Draft saved', 'blue');
    },
  });
  const submit = useMutation({
    mutationFn: async () => {
      const stored = await store();
      createKeys.current.settled();
      settle(stored);
      onBid(stored.id);
      return submitBid({ bid: stored, key: submitKeys.current.keyFor([stored.id, stored.version]) });
    },
    meta,
    onError,
    onSuccess: (b) => {
      submitKeys.current.settled();
      setRefused(null);
      settle(b);
      if (isSubmitted(b)) tell('Bid submitted and acknowledged');
      else tell('The bid is on its way to the exchange; what it answers is shown here', 'blue');
    },
  });
  const askApproval = useMutation({
    mutationFn: async () => {
      const stored = await store();
      return requestApproval({
        bid: stored,
        key: submitKeys.current.keyFor([stored.id, stored.version, 'ask']),
      });
    },
    meta,
    onError,
    onSuccess: (b) => {
      submitKeys.current.settled();
      setRefused(null);
      settle(b);
      tell('Somebody else is asked to approve it', 'blue');
    },
  });
  const cancel = useMutation({
    mutationFn: (b: Bid) => cancelBid(b),
    meta,
    onError,
    onSuccess: (b) => {
      settle(b);
      tell('Bid withdrawn');
    },
  });

  return {
    assets,
    bid,
    form,
    setForm,
    grid,
    dispatch,
    faults,
    cellFaults,
    orders,
    setOrders,
    orderFaults,
    offers,
    unfinished: sent.gaps.size > 0,
    blocks,
    dirty,
    checking,
    validated: current?.valid === true && holes.length === 0,
    validationError: judged ? verdict.error : null,
    needsApproval: needsApproval(faults),
    waitsForApproval: bid?.state === 'pending_approval' && !dirty,
    awaited: bid !== null && isAwaited(bid),
    /** What was refused is valid in itself: what it lacked may be there by now. */
    mayTryAgain: refused?.content === content && current?.valid === true && holes.length === 0,
    submitted: bid !== null && isSubmitted(bid) && !dirty,
    save,
    submit,
    askApproval,
    cancel,
  };
}

const contentOf = (auctionId: string, bid: Bid, blocks: BidBlock[]): string =>
  JSON.stringify(inputOf(auctionId, formOf(bid), blocks, toOrders(rowsOf(bid.blockOrders)).orders));

export type BidDraft = ReturnType<typeof useBidDraft>;
