-- The copy of the prices. Runs on ClickHouse 18.16 and later; {database} is optibid.clickhouse.database.
--
-- Of the rows of one key the one of the highest version counts; a price that is gone has a row that
-- says so. The owner is part of the key: every question names whose rows it may see. Integers only,
-- so that sums are exact: prices of 1/10,000 per MWh, volumes of kW, starts in seconds since 1970 UTC.
CREATE TABLE IF NOT EXISTS {database}.price
(
    organization String,          -- empty: of a shared auction
    market       String,
    area         String,
    source       String,          -- cleared, published
    start        UInt32,
    auction      String,          -- 'import' sorts above every identifier: imported prices go first
    minutes      UInt16,
    price        Int64,
    volume       Nullable(Int64),
    exchange     String,          -- empty: of no simulated exchange
    usual        UInt8,           -- whether it counts where no exchange is named
    deleted      UInt8,
    version      UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(toDateTime(start, 'UTC'))
ORDER BY (market, area, source, organization, start, auction);

-- A name of its own: by it the platform notices that it speaks to another copy than before.
CREATE TABLE IF NOT EXISTS {database}.price_copy (identity String)
ENGINE = MergeTree ORDER BY identity;
