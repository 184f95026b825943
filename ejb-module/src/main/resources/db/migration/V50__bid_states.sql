-- Why a version was sent back to the desk, and why a venue refused a submission or kept it.
alter table bid add column rejection text;
alter table submission add column reason text;

-- The venue holds at most one version of a bid, also while that is asked back; and at most one more
-- is on its way.
drop index submission_acknowledged;
create unique index submission_held on submission (bid_id)
  where state in ('acknowledged', 'withdraw_requested');
create unique index submission_under_way on submission (bid_id)
  where state in ('queued', 'sent', 'in_doubt');
