-- Which awards of exchanges outside, in which revision, the lines of a settled day are of.
alter table settlement_statement_day add column awards jsonb not null default '[]';
