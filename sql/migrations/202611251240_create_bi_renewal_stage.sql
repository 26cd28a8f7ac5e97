-- The stage of renewalDays: where a registration stands on its way to renewal on a day.
create function bi.renewal_stage(ends_on date, day date) returns text
language sql immutable parallel safe as $$
  select case
    when ends_on is null then 'UNKNOWN_END'
    when day > ends_on then 'ENDED'
    when day > (ends_on - interval '7 months')::date then 'LATE'
    when day > (ends_on - interval '8 months')::date then 'FILE_NOW'
    when day >= (ends_on - interval '12 months')::date then 'WATCH'
    else 'NOT_OPEN' end
$$;
