-- What the offers of the benches name; it must be there before them.
\set ON_ERROR_STOP on
insert into product_group (code, title_fa, created_at)
  select 'g' || g, 'گروه ' || g, now() from generate_series(1, 20) g on conflict do nothing;
insert into product (sku, title_fa, group_code, price, created_at)
  select 'p' || p, 'کالای ' || p, 'g' || (p % 20 + 1), 20000 + (p * 7919) % 380 * 1000, now()
  from generate_series(1, 2000) p on conflict do nothing;
