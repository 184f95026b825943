-- Prices a market feed tells everybody: published ones of no organisation and no auction, one of each
-- market, area and block by the index of imported prices. The newest word of the feed stands.
alter table price add column fed_at timestamptz; -- when the feed had it; null: not from a feed
