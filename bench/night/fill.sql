-- Members 1..:members with five lots each, their entries, wallets and roll-ups: a club that `vafa check` finds
-- consistent, on the morning after a day. Of every member one lot has ended with it; a tenth had something to wait for
-- that opens today; a fifth is to be warned at seven days and a tenth at thirty.
\set ON_ERROR_STOP on
select (date_trunc('day', now() at time zone 'Asia/Tehran')) at time zone 'Asia/Tehran' as today \gset
create function pg_temp.id(m bigint) returns uuid immutable language sql as
  $$ select (lpad(to_hex(1735689600000 + m * 60000), 12, '0') || '70018000' || lpad(to_hex(m), 12, '0'))::uuid $$;

begin;
-- The club was made the day before yesterday's end, so that one night is due.
update programme_version set at = timestamptz :'today' - interval '12 hours';
insert into member (id, card, mobile, since, since_day, visits, spent, last_no)
  select pg_temp.id(m), (1000000000 + m * 10)::text, '+98912' || lpad(m::text, 7, '0'),
         now() - (m % 400) * interval '1 day', current_date - (m % 400)::int, 0, 0, 5
  from generate_series(1, :members) m;
insert into member_key (kind, value, member_id) select 'mobile', mobile, id from member;
insert into member_key (kind, value, member_id) select 'card', card, id from member;

create temp table opening as
  select pg_temp.id(m) as member_id, n as no, case when n < 4 then 'points' else 'credit' end as unit,
         case n when 1 then 10 + m % 90 when 2 then 50 when 3 then 30 when 4 then 20000 else 5000 end as amount,
         case n when 1 then 10 + m % 90 when 2 then 60 + m % 90 when 3 then 90 + m % 90 when 4 then 20000 else 25000 end
           as balance,
         case when n = 3 and m % 10 = 7 then timestamptz :'today' else now() - interval '40 days' end as available_from,
         case n
           when 1 then timestamptz :'today'
           when 2 then timestamptz :'today' + (case when m % 5 = 2 then 7 else 40 + m % 300 end) * interval '1 day'
           when 4 then timestamptz :'today' + (case when m % 10 = 3 then 30 else 40 + m % 300 end) * interval '1 day'
         end as expires_at
  from generate_series(1, :members) m, generate_series(1, 5) n order by 1, 2;
insert into lot (member_id, no, unit, amount, remaining, available_from, expires_at)
  select member_id, no, unit, amount, amount, available_from, expires_at from opening;
insert into entry (member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id, at,
                   recorded_at)
  select member_id, no, no, unit, no, amount, balance, 5, 7, 5, member_id, now() - interval '40 days',
         now() - interval '40 days' from opening;
insert into wallet (member_id, unit, balance)
  select member_id, unit, sum(amount) from opening group by 1, 2 order by 1, 2;
insert into unit_day (day, unit, shard, earned, spent, returned, reversed, expired, adjusted, imported)
  select ((now() - interval '40 days') at time zone 'Asia/Tehran')::date, unit, 0, 0, 0, 0, 0, 0, 0, sum(amount)
  from opening group by unit;
insert into unit_due (day, unit, shard, remaining)
  select (expires_at at time zone 'UTC')::date, unit, 0, sum(amount) from opening where expires_at is not null
  group by 1, 2;
insert into member_tier (member_id, ladder, tier, since, review_on, ladder_version, moves)
  select pg_temp.id(m), 'club', case when m % 10 < 3 then 'silver' end,
         case when m % 10 < 3 then current_date - 100 end,
         case when m % 10 = 1 then (timestamptz :'today' at time zone 'Asia/Tehran')::date
           when m % 10 < 3 then current_date + 30 end,
         (select max(version) from programme_document where kind = 'ladder'), case when m % 10 < 3 then 1 else 0 end
  from generate_series(1, :members) m;
insert into member_tier_move (member_id, id, ladder, no, to_tier, day, at, why)
  select member_id, gen_random_uuid(), ladder, 1, tier, since, now() - interval '100 days', 1
  from member_tier where tier is not null;
commit;
vacuum analyze;
