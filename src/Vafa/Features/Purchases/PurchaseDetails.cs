using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Tiers;

namespace Vafa.Features.Purchases;

/// <summary>
/// What a receipt shows beside the decision: how it was paid, which codes were shown, and the member's wallets right
/// after the sale. Stored as compact JSON:
/// {"p":[[method,amount]],"c":[code],"w":[[unit,balance,pending,[[amount,micros]]]],
/// "s":what no wallet covered,"t":[[ladder,tier,tier after,spent,visits,[unit,amount]]],"h":[by,allowed by,reason,
/// beyond]}.
/// </summary>
public sealed record PurchaseDetails(
    ImmutableArray<Payment> Payments,
    ImmutableArray<string> Codes,
    ImmutableArray<WalletView> Wallets
)
{
    public static readonly PurchaseDetails None = new([], [], []);

    /// <summary>Where the member stood on each ladder of the club.</summary>
    public ImmutableArray<TierOfSale> Tiers { get; init; } = [];

    /// <summary>Who gave a discount by hand, who let him, and why; null where there is none.</summary>
    public HandNote? ByHand { get; init; }

    /// <summary>
    /// What a concluded sale was paid with and no wallet covered, in money; it counts as taken off.
    /// </summary>
    public Money Short { get; init; }

    private bool IsEmpty =>
        Payments.IsEmpty && Codes.IsEmpty && Wallets.IsEmpty && Tiers.IsEmpty && ByHand is null && Short == Money.Zero;

    public string? Write()
    {
        if (IsEmpty)
        {
            return null;
        }

        using var stream = new MemoryStream(128);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteList(
                json,
                "p",
                Payments,
                p =>
                {
                    json.WriteStringValue(p.Method);
                    json.WriteNumberValue(p.Amount.Minor);
                }
            );
            if (!Codes.IsEmpty)
            {
                json.WriteStartArray("c");
                foreach (var code in Codes)
                {
                    json.WriteStringValue(code);
                }

                json.WriteEndArray();
            }

            if (Short != Money.Zero)
            {
                json.WriteNumber("s", Short.Minor);
            }

            WriteList(json, "w", Wallets, w => WriteWallet(json, w));
            WriteList(json, "t", Tiers, t => t.Write(json));
            if (ByHand is { } note)
            {
                json.WriteStartArray("h");
                json.WriteStringValue(note.By);
                json.WriteStringValue(note.AllowedBy);
                json.WriteStringValue(note.Reason);
                json.WriteBooleanValue(note.IsBeyond);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static PurchaseDetails Read(string? text)
    {
        if (text is null)
        {
            return None;
        }

        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new PurchaseDetails(
            [.. List(root, "p").Select(p => new Payment(p[0].GetString()!, new Money(p[1].GetInt64())))],
            [.. List(root, "c").Select(c => c.GetString()!)],
            [.. List(root, "w").Select(WalletOf)]
        )
        {
            Tiers = [.. List(root, "t").Select(TierOfSale.Read)],
            ByHand = root.TryGetProperty("h", out var note)
                ? new HandNote(note[0].GetString()!, note[1].GetString(), note[2].GetString()!, note[3].GetBoolean())
                : null,
            Short = root.TryGetProperty("s", out var missing) ? new Money(missing.GetInt64()) : Money.Zero,
        };
    }

    private static void WriteWallet(Utf8JsonWriter json, WalletView wallet)
    {
        json.WriteStringValue(wallet.Unit);
        json.WriteNumberValue(wallet.Balance);
        json.WriteNumberValue(wallet.Pending);
        json.WriteStartArray();
        foreach (var end in wallet.Expiring)
        {
            json.WriteStartArray();
            json.WriteNumberValue(end.Amount);
            json.WriteNumberValue(SqliteDb.Micros(end.At));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static WalletView WalletOf(JsonElement w) =>
        new(
            w[0].GetString()!,
            w[1].GetInt64(),
            w[2].GetInt64(),
            [.. w[3].EnumerateArray().Select(e => new Expiring(e[0].GetInt64(), SqliteDb.Instant(e[1].GetInt64())))]
        );

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartArray();
            write(item);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<JsonElement> List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];
}
