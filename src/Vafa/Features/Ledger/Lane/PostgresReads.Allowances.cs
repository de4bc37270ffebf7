using Npgsql;
using Vafa.Features.Ledger.Allowances;

namespace Vafa.Features.Ledger.Lane;

/// <summary>What is set apart of the members of a batch.</summary>
internal static partial class PostgresReads
{
    private const string OpenAllowances =
        OwnIds
        + "select a.member_id, a.id, a.unit, a.till, a.device_id, a.amount, a.left_over, a.lots, a.made_at, "
        + "a.expires_at, a.moves from ids join allowance a on a.member_id = ids.id where a.state = 0";

    private static void AddAllowances(List<Part> parts, LaneReads reads)
    {
        if (reads.Allowances)
        {
            parts.Add(new(OfMembers(OpenAllowances, reads), TakeAllowance));
        }
    }

    private static void TakeAllowance(LaneState state, NpgsqlDataReader r)
    {
        var row = new Allowance
        {
            MemberId = r.GetGuid(0),
            Id = r.GetGuid(1),
            Unit = r.GetString(2),
            Till = r.GetString(3),
            DeviceId = r.GetGuid(4),
            Amount = r.GetInt64(5),
            Left = r.GetInt64(6),
            Lots = r.GetString(7),
            MadeAt = r.GetFieldValue<DateTimeOffset>(8),
            ExpiresAt = r.GetFieldValue<DateTimeOffset>(9),
            Moves = r.GetInt64(10),
        };
        state.Allowances[row.Id] = OpenAllowance.Of(row);
    }
}
