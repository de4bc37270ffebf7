-- Members 1..:members with keys, groups, a field, wallets, lots, their entries and two earlier sales each: a club that
-- `vafa check` finds consistent. All of it follows from the member's number alone, so two fills are equal.
\set ON_ERROR_STOP on
create function pg_temp.id(kind int, m bigint) returns uuid immutable language sql as
  $$ select (lpad(to_hex(1735689600000 + m * 60000), 12, '0') || '7' || lpad(kind::text, 3, '0') || '8000'
             || lpad(to_hex(m), 12, '0'))::uuid $$;
create function pg_temp.mobile(m bigint) returns text immutable language sql as
  $$ select '+98912' || lpad(m::text, 7, '0') $$;
create function pg_temp.sale_day(m bigint, nth int) returns date stable language sql as
  $$ select current_date - (nth * 20 + (m % 90))::int $$;

begin;
insert into member (id, card, mobile, first_name, last_name, birth_date, since, since_day, visits, spent, last_visit,
                    last_visit_day, last_no)
  select pg_temp.id(1, m), (1000000000 + m * 10)::text, pg_temp.mobile(m), 'نام' || m % 97, 'خانواده' || m % 4999,
         date '1960-01-01' + (m * 37 % 16000)::int, now() - (m % 700) * interval '1 day',
         current_date - (m % 700)::int, 2, 400000 + m % 50 * 20000,
         (pg_temp.sale_day(m, 1) + time '12:00') at time zone 'UTC', pg_temp.sale_day(m, 1), 3
  from generate_series(1, :members) m;
insert into member_key (kind, value, member_id) select 'mobile', mobile, id from member;
insert into member_key (kind, value, member_id) select 'card', card, id from member;
insert into member_key (kind, value, member_id) select 'word', first_name || ' ' || id, id from member;
insert into member_key (kind, value, member_id) select 'word', last_name || ' ' || id, id from member;
insert into member_group (member_id, code)
  select pg_temp.id(1, m), (array['silver', 'gold', 'staff', 'student'])[m % 4 + 1]
  from generate_series(1, :members) m where m % 10 < 4;
insert into member_field (member_id, code, value)
  select pg_temp.id(1, m), 'job', (array['teacher', 'nurse', 'driver', 'other'])[m % 4 + 1]
  from generate_series(1, :members) m where m % 3 = 0;

-- Opening balances: points, credit for half a year, credit for good.
create temp table opening as
  select pg_temp.id(1, m) as member_id, n as no, case n when 1 then 'points' else 'credit' end as unit,
         case n when 1 then 20 + m % 600 when 2 then 10000 + m % 70 * 1000 else 5000 end as amount,
         case n when 2 then date_trunc('day', now()) + (30 + m % 150) * interval '1 day' end as expires_at,
         case n when 3 then 10000 + m % 70 * 1000 + 5000 when 2 then 10000 + m % 70 * 1000 else 20 + m % 600 end
           as balance
  from generate_series(1, :members) m, generate_series(1, 3) n;
insert into lot (member_id, no, unit, amount, remaining, available_from, expires_at)
  select member_id, no, unit, amount, amount, now() - interval '40 days', expires_at from opening;
insert into entry (member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id, at,
                   recorded_at)
  select member_id, no, no, unit, no, amount, balance, 5, 7, 5, member_id, now() - interval '40 days',
         now() - interval '40 days' from opening;
insert into wallet (member_id, unit, balance)
  select member_id, unit, sum(amount) from opening group by 1, 2 order by 1, 2;

-- Two earlier sales of two lines each.
create temp table earlier as
  select m, n, pg_temp.id(1, m) as member_id, pg_temp.id(10 + n, m) as id, pg_temp.sale_day(m, n) as day,
         200000 + m % 50 * 10000 as total
  from generate_series(1, :members) m, generate_series(1, 2) n;
insert into purchase (member_id, id, is_guest, branch, channel, at, recorded_at, day, total, discount, spent, payable,
                      refunded, is_void, source, programme_version, entry_from, entry_to)
  select member_id, id, false, 'main', 0, (day + time '12:00') at time zone 'UTC',
         (day + time '12:00') at time zone 'UTC', day, total, 0, 0, total, 0, false, 2, 1, 0, 0 from earlier;
insert into purchase_line (member_id, purchase_id, no, sku, product_group, name, quantity, unit_price, amount, kind,
                           discount, spent)
  select member_id, id, l, 'p' || m % 2000 + 1, 'g' || (m % 2000 + 1) % 20 + 1, null, 1000, total / 2, total / 2, 0, 0, 0
  from earlier, generate_series(1, 2) l;
insert into member_product (member_id, sku, product_group, quantity, last_day)
  select member_id, 'p' || m % 2000 + 1, 'g' || (m % 2000 + 1) % 20 + 1, sum(2000), max(day) from earlier group by 1, 2, 3;
insert into purchase_key (key, member_id, purchase_id)
  select decode('69', 'hex') || uuid_send(id), member_id, id from earlier;
insert into member_day (member_id, day, visits, spent) select member_id, day, 1, total from earlier;
commit;
vacuum analyze;
