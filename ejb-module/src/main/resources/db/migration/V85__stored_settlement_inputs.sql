-- Who imported a day of the grid, as schedules say already; null for days from before this was kept.
alter table grid_day add column recorded_by uuid;

-- What is stored now is listed newest day first over all assets.
create index implemented_schedule_by_day
  on implemented_schedule (organization_id, delivery_day desc, asset_id desc);
