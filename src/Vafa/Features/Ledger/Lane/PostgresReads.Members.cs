using Npgsql;
using NpgsqlTypes;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// The members of a batch, found by id or by mobile and card, and what hangs on them. Two statements, because a
/// statement that waits for a lock has read everything else before: the first locks the members' rows, and the second,
/// whose snapshot is younger, reads the rest of them all at once (a statement costs more than its few rows).
/// </summary>
internal static partial class PostgresReads
{
    /// <summary>
    /// Keys are joined to the rows after these are locked: a join that is locked is checked anew when the row was just
    /// written by another, and lost the member then.
    /// </summary>
    private static string Members(bool locks) =>
        "with found as materialized (select unnest($1::uuid[]) as id, null::text as kind, null::text as value "
        + "union all "
        + "select k.member_id, k.kind, k.value from unnest($2::text[], $3::text[]) u(kind, value) "
        + "join member_key k on k.kind = u.kind and k.value = u.value), m as materialized (select * from member "
        + "where id = any(array(select id from found))"
        + (locks ? " order by id for no key update" : "")
        + ") select m.id, m.birth_date, m.since_day, m.visits, m.spent, m.last_visit, m.last_visit_day, m.last_no, "
        + "found.kind, found.value, m.gone_at, m.merged_into from found join m on m.id = found.id";

    private const string OwnIds =
        "with ids as materialized (select unnest($1::uuid[]) as id union "
        + "select k.member_id from unnest($2::text[], $3::text[]) u(kind, value) "
        + "join member_key k on k.kind = u.kind and k.value = u.value) ";

    // What was bought is kept under the id that bought it: whose ids were merged is read with them.
    private const string Ids =
        OwnIds
        + ", every as (select id, id as owner from ids union all "
        + "select m.id, m.merged_into from ids join member m on m.merged_into = ids.id) ";

    // What hangs on members: what it is, whose, two texts, three numbers, two times, a day and a text.
    private const string Wallets =
        "select 0, w.member_id, w.unit, null::text, 0::bigint, 0::bigint, w.balance, null::timestamptz, "
        + "null::timestamptz, null::date, null::text from ids join wallet w on w.member_id = ids.id";

    private const string EachLot =
        "select case when l.slides then 8 else 1 end, l.member_id, l.unit, l.awaits, l.no, l.amount, l.remaining, "
        + "l.available_from, l.expires_at, l.day, l.branch "
        + "from ids join lot l on l.member_id = ids.id where l.remaining <> 0";

    // Each debt by its number, and under 0 the sums of what is open or pending: one walk over the lots gives both.
    private const string DebtsAndSums =
        "select case when no = 0 then 2 else 1 end, member_id, unit, null, no, sum(amount)::bigint, "
        + "sum(remaining)::bigint, available_from, expires_at, null, null from (select l.member_id, l.unit, "
        + "case when l.remaining < 0 then l.no else 0 end as no, l.amount, l.remaining, "
        + "case when l.remaining < 0 or l.available_from > $4 then l.available_from else '-infinity' end "
        + "as available_from, l.expires_at from ids join lot l on l.member_id = ids.id "
        + "where l.remaining < 0 or (l.remaining > 0 and (l.expires_at is null or l.expires_at > $4))) lots "
        + "group by member_id, unit, no, available_from, expires_at";

    private const string Groups =
        "select 3, g.member_id, g.code, null, 0, 0, 0, null, null, null, null from ids "
        + "join member_group g on g.member_id = ids.id";

    private const string Fields =
        "select 4, f.member_id, f.code, f.value, 0, 0, 0, null, null, null, null from ids "
        + "join member_field f on f.member_id = ids.id";

    private const string Days =
        "select 5, e.owner, null, null, 0, d.visits, d.spent, null, null, d.day, null from every e "
        + "join member_day d on d.member_id = e.id and d.day between $5 and $6";

    private const string Uses =
        "select 6, e.owner, o.offer, o.period, 0, 0, count(*), null, null, null, null from every e "
        + "join offer_use o on o.member_id = e.id where not o.freed and o.period <> '' group by 2, 3, 4";

    private const string Bought =
        "select 7, e.owner, b.sku, b.product_group, 0, 0, b.quantity, null, null, b.last_day, null from every e "
        + "join member_product b on b.member_id = e.id where b.sku = any($7) or b.product_group = any($8)";

    private static void AddMembers(List<Part> parts, LaneReads reads)
    {
        parts.Add(new(OfMembers(Members(reads.Lock), reads), TakeMember));
        var texts = new List<string>(6) { Wallets, reads.EachLot ? EachLot : DebtsAndSums };
        AddIf(reads.Groups, Groups);
        AddIf(reads.Fields, Fields);
        AddIf(reads.DaysFrom is not null, Days);
        AddIf(reads.Uses, Uses);
        AddIf(reads.Bought.Count > 0, Bought);
        parts.Add(
            new(
                OfMembers(
                    Ids + string.Join(" union all ", texts),
                    reads,
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = Stored.Cut(reads.Now) },
                    new NpgsqlParameter<DateOnly> { TypedValue = reads.DaysFrom ?? default },
                    new NpgsqlParameter<DateOnly> { TypedValue = reads.DaysTo ?? default },
                    Texts(reads.Bought.Where(b => b.On == GoodsKind.Product).Select(b => b.Code)),
                    Texts(reads.Bought.Where(b => b.On == GoodsKind.ProductGroup).Select(b => b.Code))
                ),
                (s, r) => TakeOf(s.Anybody(r.GetGuid(1)), r)
            )
        );

        AddTiers(parts, reads);
        AddAllowances(parts, reads);

        void AddIf(bool needed, string text)
        {
            if (needed)
            {
                texts.Add(text);
            }
        }
    }

    /// <summary>A member comes once for each way that led to him.</summary>
    private static void TakeMember(LaneState state, NpgsqlDataReader r)
    {
        var id = r.GetGuid(0);
        if (!r.IsDBNull(8))
        {
            state.MemberKeys[new MemberRef(r.GetString(8), r.GetString(9))] = id;
        }

        if (state.Anybody(id) is null)
        {
            state.Read(new MemberState(Row(id, r)));
        }
    }

    /// <summary>
    /// Nobody: a key that led elsewhere when the members were locked; whoever it led to then is gone and read anew.
    /// </summary>
    private static void TakeOf(MemberState? member, NpgsqlDataReader r)
    {
        if (member is null)
        {
            return;
        }

        switch (r.GetInt32(0))
        {
            case 0:
                member.Read(new WalletBalance(r.GetString(2), r.GetInt64(6)));
                break;
            case 1 or 8:
                member.Read(LotOf(r));
                break;
            case 2:
                member.ReadSum(LotOf(r));
                break;
            case 3:
                member.ReadGroup(r.GetString(2));
                break;
            case 4:
                member.Fields[r.GetString(2)] = r.GetString(3);
                break;
            case 5:
                member.Read(r.GetFieldValue<DateOnly>(9), r.GetInt64(5), r.GetInt64(6));
                break;
            case 7:
                member.Bought.Read(r.GetString(2), r.GetString(3), r.GetInt64(6), r.GetFieldValue<DateOnly>(9));
                break;
            default:
                member.Read(r.GetString(2), r.GetString(3), r.GetInt64(6));
                break;
        }
    }

    private static MemberRow Row(Guid id, NpgsqlDataReader r) =>
        new(
            id,
            r.IsDBNull(1) ? null : r.GetFieldValue<DateOnly>(1),
            r.GetFieldValue<DateOnly>(2),
            r.GetInt64(3),
            r.GetInt64(4),
            r.IsDBNull(5) ? null : r.GetFieldValue<DateTimeOffset>(5),
            r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6),
            r.GetInt64(7)
        )
        {
            GoneAt = r.IsDBNull(10) ? null : r.GetFieldValue<DateTimeOffset>(10),
            MergedInto = r.IsDBNull(11) ? null : r.GetGuid(11),
        };

    private static Lot LotOf(NpgsqlDataReader r) =>
        new()
        {
            No = r.GetInt64(4),
            Unit = r.GetString(2),
            Amount = r.GetInt64(5),
            Remaining = r.GetInt64(6),
            AvailableFrom = r.GetFieldValue<DateTimeOffset>(7),
            ExpiresAt = r.IsDBNull(8) ? null : r.GetFieldValue<DateTimeOffset>(8),
            Awaits = r.IsDBNull(3) ? null : r.GetString(3),
            Slides = r.GetInt32(0) == 8,
            Day = r.IsDBNull(9) ? null : r.GetFieldValue<DateOnly>(9),
            Branch = r.IsDBNull(10) ? null : r.GetString(10),
        };

    private static NpgsqlBatchCommand OfMembers(string text, LaneReads reads, params NpgsqlParameter[] more)
    {
        var command = Command(
            text,
            new NpgsqlParameter<Guid[]>
            {
                TypedValue = [.. reads.MemberIds],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            },
            Texts(reads.MemberKeys.Select(k => k.Kind)),
            Texts(reads.MemberKeys.Select(k => k.Value))
        );
        command.Parameters.AddRange(more);
        return command;
    }
}
