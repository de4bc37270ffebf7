using Microsoft.Data.Sqlite;

namespace Vafa.Load;

/// <summary>A member as the loop remembers him, so that it need not read before it writes.</summary>
internal sealed class Buyer(byte[] id, long lastNo)
{
    public byte[] Id => id;

    public long LastNo { get; set; } = lastNo;

    public Dictionary<string, long> Balances { get; } = new(StringComparer.Ordinal);

    public static List<Buyer> Read(SqliteConnection connection)
    {
        var buyers = new Dictionary<string, Buyer>(StringComparer.Ordinal);
        using var members = connection.CreateCommand();
        members.CommandText = "select id, last_no from member";
        using (var reader = members.ExecuteReader())
        {
            while (reader.Read())
            {
                var id = (byte[])reader[0];
                buyers.Add(Convert.ToHexString(id), new Buyer(id, reader.GetInt64(1)));
            }
        }

        members.CommandText = "select member_id, unit, balance from wallet";
        using (var reader = members.ExecuteReader())
        {
            while (reader.Read())
            {
                buyers[Convert.ToHexString((byte[])reader[0])].Balances[reader.GetString(1)] = reader.GetInt64(2);
            }
        }

        return [.. buyers.Values];
    }
}
