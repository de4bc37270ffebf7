# Sourced by run.sh: what one sale writes on average, so that pgbench writes the same, and what each side has written.

sales_so_far() { # in database vafa, without the filled ones
  sql vafa -c "select count(*) from purchase where source = 0"
}

# Copies the database (nobody may be in it) for pgbench and measures a typical sale: how many of a
# thousand have a third entry, a use, a count.
copy_for_pgbench() {
  local sold thirds uses counts
  sold=$(sales_so_far)
  thirds=$(sql vafa -c "select (count(*) * 1000 / $sold) - 2000 from entry where cause_kind in (1, 2)")
  uses=$(sql vafa -c "select count(*) * 1000 / $sold from offer_use")
  counts=$(sql vafa -c "select count(*) * 1000 / $sold from offer_use where counted")
  typical=(-D thirds="$thirds" -D uses="$uses" -D counts="$counts"
    -D client="$(sql vafa -c 'select client from idempotency limit 1')"
    -D decision="$(typical_text decision purchase 'where source = 0')"
    -D details="$(typical_text details purchase 'where source = 0')"
    -D message="$(typical_text body message '')")
  echo "A sale writes $(awk -v t="$thirds" 'BEGIN {print 2 + t / 1000}') entries and lots," \
    "$uses uses of limited offers" \
    "in a thousand sales, $counts of them counted in all."
  sql postgres -c "create database bench template vafa strategy file_copy"
  sql postgres -c checkpoint
}

# A value as long as the average one.
typical_text() { # COLUMN TABLE WHERE
  sql vafa -c "select $1 from $2 $3 order by abs(length($1) - (select avg(length($1)) from $2 $3)), $1 limit 1"
}

tables="'purchase','purchase_line','entry','lot','wallet','member','member_day','purchase_key','idempotency','message',
  'offer_use','offer_counter','member_product'"

# What a sale of each side writes, in a run of its own: a backend may report what it did ten seconds late.
show_written() {
  local side database rows0 wal0 images0 rows wal images count failed
  for side in a b; do
    database=$([ $side = a ] && echo bench || echo vafa)
    read -r rows0 wal0 images0 < <(written_now $database)
    if [ $side = a ]; then
      read -r _ _ count failed < <(limit_now 32)
    else
      read -r _ _ _ _ _ count < <(sales "$port" "$key" 32 "$seconds" "$members")
    fi
    sleep 11
    read -r rows wal images < <(written_now $database)
    awk -v name="$([ $side = a ] && echo "pgbench (a)" || echo "HTTP (b)   ")" -v n="$count" \
      -v rows=$((rows - rows0)) -v wal=$((wal - wal0)) -v img=$((images - images0)) \
      'BEGIN {printf "%s writes a sale: %.2f rows, %.0f bytes of log, of its pages %.2f whole\n",
              name, rows / n, wal / n, img / n}'
  done
}

# "rows bytes-of-log whole-pages" so far.
written_now() { # DATABASE
  sql "$1" -F ' ' -c "
    select (select sum(n_tup_ins + n_tup_upd) from pg_stat_user_tables where relname in ($tables)), wal_bytes, wal_fpi
    from pg_stat_wal"
}
