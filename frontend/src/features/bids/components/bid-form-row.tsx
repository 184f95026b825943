import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Auction } from '@/api/types';
import { calendarQuery } from '@/features/rules/api';
import { figure } from '@/ui/format';
import { capability, fits } from '../bid-model';
import type { BidDraft } from '../use-bid-draft';
import classes from './bid-panel.module.css';

export function BidFormRow({
  auction,
  draft,
  readOnly,
}: {
  auction: Auction;
  draft: BidDraft;
  readOnly: boolean;
}) {
  const { form, setForm, assets = [] } = draft;
  const error = (field: string) => draft.faults.find((f) => f.field === field)?.message;
  const choose = (id: string | null) => {
    const asset = assets.find((a) => a.id === id);
    if (!asset) return;
    const side = capability(asset, form.side) > 0 ? form.side : form.side === 'sell' ? 'buy' : 'sell';
    setForm({ ...form, assetId: asset.id, areaCode: asset.areaCode, side });
  };
  const next = useQuery(calendarQuery(auction.marketCode, auction.deliveryDay)).data?.handsOnTo;
  const asset = assets.find((a) => a.id === form.assetId);
  return (
    <div className={classes.form}>
      <Select
        aria-label="Asset"
        data={assets.filter((a) => fits(a, auction)).map((a) => ({ value: a.id, label: a.name }))}
        value={form.assetId || null}
        onChange={choose}
        disabled={readOnly}
        error={error('assetId')}
        placeholder="Asset"
        style={{ flex: '1.4 1 0' }}
      />
      <SegmentedControl
        aria-label="Side"
        data={[
          { value: 'sell', label: 'Sell' },
          { value: 'buy', label: 'Buy' },
        ]}
        value={form.side}
        onChange={(v) => setForm({ ...form, side: v === 'buy' ? 'buy' : 'sell' })}
        disabled={readOnly}
      />
      <Select
        aria-label="Area"
        data={auction.areas}
        value={form.areaCode || null}
        onChange={(v) => v && setForm({ ...form, areaCode: v })}
        disabled={readOnly}
        error={error('areaCode')}
        placeholder="Area"
        w={88}
      />
      <TextInput
        aria-label="Label (optional)"
        placeholder="Label"
        value={form.label}
        onChange={(e) => setForm({ ...form, label: e.currentTarget.value })}
        disabled={readOnly}
        error={error('label')}
        style={{ flex: '0.9 1 0', minWidth: 60 }}
      />
      {next && (
        <Checkbox
          label="Carry over"
          size="xs"
          style={{ alignSelf: 'center' }}
          title={`What this auction leaves unselected goes to ${next}`}
          checked={form.carryOver}
          onChange={(e) => setForm({ ...form, carryOver: e.currentTarget.checked })}
          disabled={readOnly}
          error={error('carryOver')}
        />
      )}
      {asset && (
        <span className={classes.limit} title="The most this asset can do on this side">
          max {figure(capability(asset, form.side), 0)} MW
        </span>
      )}
    </div>
  );
}
