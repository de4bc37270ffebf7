-- A club of :members members with ten sales each at the mean, one line a sale, which earned points; with the roll-ups
-- that dashboards read. All of it follows from the member's number and today, and `vafa check` finds it consistent.
-- The programme of bench/load/programme.tsv is there before. Sales end yesterday; those of today come through the API.
\set ON_ERROR_STOP on
\timing on
set work_mem = '512MB';
set maintenance_work_mem = '1GB';
create function pg_temp.id(kind int, m bigint) returns uuid immutable parallel safe language sql as
  $$ select (lpad(to_hex(1735689600000 + m * 60000), 12, '0') || '7' || lpad(kind::text, 3, '0') || '8000'
             || lpad(to_hex(m), 12, '0'))::uuid $$;
-- A shop keeps few faithful members: of ten members four make eight of ten sales, one has not bought yet.
create function pg_temp.sales(m bigint) returns int immutable parallel safe language sql as
  $$ select (array[40, 20, 12, 8, 6, 5, 4, 3, 2, 0])[m % 10 + 1] $$;
-- Days between two of his sales: a regular rhythm, or with one of seven members pauses that make him "come back".
create function pg_temp.rhythm(m bigint) returns int immutable parallel safe language sql as
  $$ select case when m % 7 = 3 then 640 / greatest(pg_temp.sales(m), 1)
                 else least(640 / greatest(pg_temp.sales(m), 1), 9 + m % 40) end $$;

-- Indexes beside the keys are made again at the end; kept up row by row they would cost an hour.
create temp table later as
  select format('%I', i.relname) as name, pg_get_indexdef(i.oid) as made
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  where t.relname in ('member', 'member_key', 'member_group', 'purchase', 'purchase_line', 'entry', 'lot', 'member_day')
    and not x.indisprimary and t.relnamespace = 'public'::regnamespace;
select format('drop index %s', name) from later \gexec

begin;
insert into product_group (code, title_fa, created_at)
  select 'g' || g, 'گروه ' || g, now() from generate_series(1, 20) g on conflict do nothing;
insert into product (sku, title_fa, group_code, price, created_at)
  select 'p' || p, 'کالای ' || p, 'g' || (p % 20 + 1), 20000 + (p * 7919) % 380 * 1000, now()
  from generate_series(1, 2000) p on conflict do nothing;

-- Each sale of each member, oldest first.
create temp table sale as
  select m, k, pg_temp.id(1, m) as member_id, pg_temp.id(100 + k, m) as id,
         (array['main', 'north', 'south'])[(m % 3) + 1] as branch,
         current_date - 1 - ((n - k) * rhythm + (m % 50)::int) as day,
         (8 + (m * 7 + k * 5) % 14)::int as hour, 150000 + (m * 31 + k * 17) % 80 * 25000 as total,
         case when k = 1 then 1 when rhythm > 60 then 2 else 0 end as visit,
         (m * 13 + k * 7) % 2000 + 1 as product
  from (select m, pg_temp.sales(m) as n, pg_temp.rhythm(m) as rhythm from generate_series(1, :members::bigint) m) who,
       generate_series(1, n) k;

insert into purchase (member_id, id, is_guest, branch, till, cashier, channel, at, recorded_at, day, total, discount,
                      spent, payable, refunded, is_void, source, visit, is_apart, programme_version, entry_from,
                      entry_to)
  select member_id, id, false, branch, null, 'sara', 0, at, at, day, total, 0, 0, total, 0, false, 2, visit, false, 1,
         3 + k, 4 + k
  from (select *, (day + make_time(hour, (m % 60)::int, (m / 60 % 60)::int)) at time zone 'Asia/Tehran' as at
        from sale) s;
insert into purchase_line (member_id, purchase_id, no, sku, product_group, name, quantity, unit_price, amount, kind,
                           discount, spent)
  select member_id, id, 1, 'p' || product, 'g' || (product % 20 + 1), null, 1000, total, total, 0, 0, 0 from sale;
insert into purchase_key (key, member_id, purchase_id)
  select decode('69', 'hex') || uuid_send(id), member_id, id from sale;
insert into member_day (member_id, day, visits, spent) select member_id, day, 1, total from sale;
insert into branch_hour (day, hour, branch, shard, sales, member_sales, total, discount, spent, payable, first_visits,
                         back_visits, apart, refunds, refunded)
  select day, hour, branch, 0, count(*), count(*), sum(total), 0, 0, sum(total), count(*) filter (where visit = 1),
         count(*) filter (where visit = 2), 0, 0, 0
  from sale group by 1, 2, 3;

insert into member (id, card, mobile, first_name, last_name, birth_date, gender, consent_sms, since, since_day, visits,
                    spent, last_visit, last_visit_day, last_no)
  select id, card, mobile, 'نام' || m % 97, 'خانواده' || m % 4999, date '1960-01-01' + (m * 37 % 16000)::int,
         (array['female', 'male', null])[m % 3 + 1], m % 4 <> 0, now() - (700 + m % 50) * interval '1 day',
         current_date - (700 + m % 50)::int, n, spent,
         (last + make_time(last_hour, (m % 60)::int, (m / 60 % 60)::int)) at time zone 'Asia/Tehran', last, 3 + n
  from (select m, pg_temp.id(1, m) as id, (1000000000 + m * 10)::text as card,
               '+98912' || lpad(m::text, 7, '0') as mobile
        from generate_series(1, :members::bigint) m) who
  left join (select m as of, sum(total)::bigint as spent_of, max(day) as last,
                    (array_agg(hour order by k desc))[1] as last_hour, count(*) as n_of
             from sale group by 1) bought on of = m,
  lateral (select coalesce(n_of, 0) as n, coalesce(spent_of, 0) as spent) counted;
insert into member_key (kind, value, member_id) select 'mobile', mobile, id from member;
insert into member_key (kind, value, member_id) select 'card', card, id from member;
insert into member_key (kind, value, member_id)
  select 'word', first_name || ' ' || replace(id::text, '-', ''), id from member;
insert into member_key (kind, value, member_id)
  select 'word', last_name || ' ' || replace(id::text, '-', ''), id from member;
insert into member_key (kind, value, member_id)
  select 'birthday-gregorian', to_char(birth_date, 'MMDD') || ' ' || replace(id::text, '-', ''), id from member;
-- Near enough to the Jalali day for a bench: the database knows no Jalali calendar.
insert into member_key (kind, value, member_id)
  select 'birthday-jalali', to_char(birth_date - 80, 'MMDD') || ' ' || replace(id::text, '-', ''), id from member;
insert into member_group (member_id, code)
  select pg_temp.id(1, m), (array['silver', 'gold', 'staff', 'student'])[m % 4 + 1]
  from generate_series(1, :members::bigint) m where m % 10 < 4;
insert into member_field (member_id, code, value)
  select pg_temp.id(1, m), 'job', (array['teacher', 'nurse', 'driver', 'other'])[m % 4 + 1]
  from generate_series(1, :members::bigint) m where m % 3 = 0;

-- Opening balances (points, credit for half a year, credit for good), then the points of each sale.
create temp table move as
  select pg_temp.id(1, m) as member_id, n as no, case n when 1 then 'points' else 'credit' end as unit,
         case n when 1 then 20 + m % 600 when 2 then 10000 + m % 70 * 1000 else 5000 end as amount, 5 as account,
         7 as kind, 5 as cause_kind, pg_temp.id(1, m) as cause_id, null as code, now() - interval '720 days' as at,
         case n when 2 then date_trunc('day', now()) + (30 + m % 150) * interval '1 day' end as expires_at,
         (now() at time zone 'Asia/Tehran')::date - 720 as day
  from generate_series(1, :members::bigint) m, generate_series(1, 3) n
  union all
  select member_id, 3 + k, 'points', total / 100000, 1, 1, 1, id, 'points',
         (day + make_time(hour, (m % 60)::int, (m / 60 % 60)::int)) at time zone 'Asia/Tehran', null, day from sale;
insert into lot (member_id, no, unit, amount, remaining, available_from, expires_at)
  select member_id, no, unit, amount, amount, at, expires_at from move;
insert into entry (member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id, cause_code,
                   at, recorded_at)
  select member_id, no, no, unit, no, amount, sum(amount) over (partition by member_id, unit order by no), account,
         kind, cause_kind, cause_id, code, at, at
  from move;
insert into wallet (member_id, unit, balance) select member_id, unit, sum(amount) from move group by 1, 2;
insert into unit_day (day, unit, shard, earned, spent, returned, reversed, expired, adjusted, imported)
  select day, unit, 0, sum(amount) filter (where kind = 1), 0, 0, 0, 0, 0, sum(amount) filter (where kind = 7)
  from (select day, unit, kind, amount from move union all select day, unit, 1, 0 from move where kind = 7
        union all select day, unit, 7, 0 from move where kind = 1) m group by 1, 2;
insert into unit_due (day, unit, shard, remaining)
  select (expires_at at time zone 'UTC')::date, unit, 0, sum(amount) from move where expires_at is not null
  group by 1, 2;
commit;
select made from later \gexec
vacuum analyze;
