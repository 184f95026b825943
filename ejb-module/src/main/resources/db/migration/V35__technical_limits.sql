-- What an asset of its type can do: an object as the application writes it. Null where nobody stated
-- any; then the defaults of the type hold.
alter table asset add column limits text check (jsonb_typeof(limits::jsonb) = 'object');
