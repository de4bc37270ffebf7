-- Members :from to :to with mobile and card and nothing else: how far does looking one up depend on the others?
\set ON_ERROR_STOP on
begin;
insert into member (id, card, mobile, first_name, last_name, since, since_day, visits, spent, last_no)
  select (lpad(to_hex(1735689600000 + m * 60000), 12, '0') || '70018000' || lpad(to_hex(m), 12, '0'))::uuid,
         (1000000000 + m * 10)::text, '+98912' || lpad(m::text, 7, '0'), 'نام' || m % 97, 'خانواده' || m % 4999, now(),
         current_date, 0, 0, 0
  from generate_series(:from::bigint, :to::bigint) m;
insert into member_key (kind, value, member_id)
  select 'mobile', '+98912' || lpad(m::text, 7, '0'),
         (lpad(to_hex(1735689600000 + m * 60000), 12, '0') || '70018000' || lpad(to_hex(m), 12, '0'))::uuid
  from generate_series(:from::bigint, :to::bigint) m;
insert into member_key (kind, value, member_id)
  select 'card', (1000000000 + m * 10)::text,
         (lpad(to_hex(1735689600000 + m * 60000), 12, '0') || '70018000' || lpad(to_hex(m), 12, '0'))::uuid
  from generate_series(:from::bigint, :to::bigint) m;
commit;
vacuum analyze;
