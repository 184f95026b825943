-- Auctions of the real markets are read by delivery day, over all markets.
create index auction_of_real_markets on auction (delivery_day)
    where exchange_id is null and import_id is null;
