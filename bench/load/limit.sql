-- What PostgreSQL itself can do: the writes of one sale of five lines, as one prepared statement in a transaction of its
-- own. Same tables, same indexes, values of the same sizes; run.sh measures how often a sale writes a third entry, a use
-- of a limited offer and a counter, and a typical decision, and hands them in.
\set m random(1, :members)
\set s1 random(1, 2000)
\set s2 random(1, 2000)
\set s3 random(1, 2000)
\set s4 random(1, 2000)
\set s5 random(1, 2000)
\set price random(20, 400) * 1000
\set total :price * 10
\set payable :total * 93 / 100
\set points :payable / 100000
\set credit :payable / 100
\set r random(1, 1000)
\set extra case when :r <= :thirds then 1 else 0 end
\set r random(1, 1000)
\set used case when :r <= :uses then 1 else 0 end
\set r random(1, 1000)
\set counted case when :r <= :counts then 1 else 0 end
with s as materialized (
  select (lpad(to_hex(1735689600000 + :m::bigint * 60000), 12, '0') || '70018000'
           || lpad(to_hex(:m::bigint), 12, '0'))::uuid as member,
         encode(overlay(uuid_send(gen_random_uuid()) placing
           substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid
           as id,
         now() as at, current_date as day
), m as (
  update member t set visits = t.visits + 1, spent = t.spent + :payable::bigint, last_no = t.last_no + 2 + :extra::int,
                      last_visit = s.at, last_visit_day = s.day
  from s where t.id = s.member returning t.id as member, t.last_no - 1 - :extra::int as no
), i as (
  insert into idempotency (client, key, request, status, answer, purchase_id, at)
  select :client::text, gen_random_uuid()::text, sha256(uuid_send(id)), 201, null, id, at from s
), k as (
  insert into purchase_key (key, member_id, purchase_id, content)
  select '\x69'::bytea || uuid_send(id), member, id, null from s
), p as (
  insert into purchase (member_id, id, is_guest, branch, till, cashier, channel, reference, at, recorded_at, day, total,
                        discount, spent, payable, refunded, is_void, source, programme_version, entry_from, entry_to,
                        decision, details)
  select s.member, s.id, false, 'main', '1', 'sara', 0, null, s.at, s.at, s.day, :total::bigint,
         :total::bigint - :payable::bigint, 0, :payable::bigint, 0, false, 0, 40, m.no, m.no + 2 + :extra::int,
         :decision::text, :details::text from s, m
), l as (
  insert into purchase_line (member_id, purchase_id, no, sku, product_group, name, quantity, unit_price, amount, kind,
                             discount, spent)
  select s.member, s.id, l.no, 'p' || l.sku, 'g' || l.sku % 20 + 1, null, 2000, :price::bigint, :price::bigint * 2, 0,
         :price::bigint / 10, 0
  from s, (values (1, :s1::int), (2, :s2::int), (3, :s3::int), (4, :s4::int), (5, :s5::int)) l (no, sku)
), b as (
  insert into member_product (member_id, sku, product_group, quantity, last_day)
  select s.member, 'p' || l.sku, 'g' || l.sku % 20 + 1, sum(2000), s.day
  from s, (values (:s1::int), (:s2::int), (:s3::int), (:s4::int), (:s5::int)) l (sku) group by 1, 2, 3, 5
  on conflict (member_id, sku, product_group) do update
  set quantity = member_product.quantity + excluded.quantity,
      last_day = greatest(excluded.last_day, member_product.last_day)
), w as (
  update wallet t set balance = t.balance + v.amount
  from s, (values ('points', :points::bigint), ('credit', (1 + :extra::int) * :credit::bigint)) v (unit, amount)
  where t.member_id = s.member and t.unit = v.unit returning t.unit, t.balance
), e as (
  insert into entry (member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id, cause_code,
                     at, recorded_at, reason)
  select m.member, m.no + v.n, m.no + v.n, v.unit, m.no + v.n, v.amount, w.balance, 1, 1, 1, s.id, v.code, s.at, s.at,
         null
  from s, m, w, (values (0, 'points', :points::bigint, 'points'), (1, 'credit', :credit::bigint, 'back'),
                        (2, 'credit', :credit::bigint, 'o23')) v (n, unit, amount, code)
  where v.unit = w.unit and v.n <= 1 + :extra::int
), o as (
  insert into lot (member_id, no, unit, amount, remaining, available_from, expires_at)
  select m.member, m.no + v.n, v.unit, v.amount, v.amount, s.at, null
  from s, m, (values (0, 'points', :points::bigint), (1, 'credit', :credit::bigint), (2, 'credit', :credit::bigint))
    v (n, unit, amount)
  where v.n <= 1 + :extra::int
), d as (
  insert into member_day (member_id, day, visits, spent) select member, day, 1, :payable::bigint from s
  on conflict (member_id, day) do update
    set visits = member_day.visits + excluded.visits, spent = member_day.spent + excluded.spent
), u as (
  insert into offer_use (member_id, purchase_id, offer, period, given, counted, freed)
  select member, id, 'o08', '1405', 150000, false, false from s where :used::int = 1
), c as (
  update offer_counter set uses = uses + 1, given = given + 250000 where offer = 'o29' and :counted::int = 1
)
insert into message (member_id, id, kind, purchase_id, body, created_at)
select member, gen_random_uuid(), 'receipt', id, :message::text, at from s;
