-- Gives :count random members 7 points more, each as a correction by hand, which ended with yesterday: work for a night
-- that has been made already and runs again.
\set ON_ERROR_STOP on
select (date_trunc('day', now() at time zone 'Asia/Tehran')) at time zone 'Asia/Tehran' as today \gset
begin;
create temp table given as
  select id as member_id, last_no + 1 as no from member order by random() limit :count;
insert into lot (member_id, no, unit, amount, remaining, available_from, expires_at)
  select member_id, no, 'points', 7, 7, timestamptz :'today' - interval '1 day', timestamptz :'today' from given;
update wallet w set balance = balance + 7 from given g where w.member_id = g.member_id and w.unit = 'points';
insert into entry (member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id, at,
                   recorded_at, reason)
  select g.member_id, g.no, g.no, 'points', g.no, 7, w.balance, 4, 6, 4, g.member_id, now(), now(), 'given by a bench'
  from given g join wallet w on w.member_id = g.member_id and w.unit = 'points';
update member m set last_no = g.no from given g where m.id = g.member_id;
insert into unit_day (day, unit, shard, earned, spent, returned, reversed, expired, adjusted, imported)
  select (now() at time zone 'Asia/Tehran')::date, 'points', 9, 0, 0, 0, 0, 0, count(*) * 7, 0 from given
  on conflict (day, unit, branch, shard) do update set adjusted = unit_day.adjusted + excluded.adjusted;
insert into unit_due (day, unit, shard, remaining)
  select (timestamptz :'today' at time zone 'UTC')::date, 'points', 9, count(*) * 7 from given
  on conflict (day, unit, shard) do update set remaining = unit_due.remaining + excluded.remaining;
commit;
