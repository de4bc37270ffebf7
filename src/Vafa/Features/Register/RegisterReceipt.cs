using System.Buffers;
using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Purchases;

namespace Vafa.Features.Register;

/// <summary>A receipt as a concluded sale.</summary>
/// <param name="Sale">Its reference is the receipt's number, and it has a time.</param>
/// <param name="Doubt">Why the member it names can't be one; the sale then has none.</param>
internal sealed record RegisterReceipt(PurchaseRequest Sale, Refusal? Doubt);

/// <summary>One receipt of a file: what it says, or why it can't be taken.</summary>
/// <param name="Line">Where it begins in its file.</param>
internal sealed record ReadReceipt(int Line, string? Number, Outcome<RegisterReceipt> Receipt);

/// <summary>
/// Reads a receipt in the format vafa-receipt-1 (docs/register.md). It becomes the body of a purchase and is read by
/// the reader of those, so that what a field may hold is decided once and told in the same words.
/// </summary>
internal static class RegisterReceiptReader
{
    public const string Format = "vafa-receipt-1";

    private const string Member = "/member";

    /// <summary>Fields that mean the same in a purchase.</summary>
    private static readonly string[] Same = ["at", "cashier", "lines", "codes"];

    /// <summary>Fields that stand elsewhere in a purchase.</summary>
    private static readonly string[] Other = ["member", "payments", "discount", "payable", "offers"];

    public static ReadReceipt Read(JsonElement json, int line, KnownTill till)
    {
        var fields = DocumentReader.Of(json);
        fields.Choice<bool>("format", required: true, (Format, true));
        var number = fields.Any("number", required: true);
        fields.Any("at", required: true);
        foreach (var name in Same.Concat(Other))
        {
            fields.Any(name);
        }

        fields.Done();
        var named = number is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        return new ReadReceipt(
            line,
            named,
            json.ValueKind == JsonValueKind.Object ? Receipt(json, fields, till) : fields.Refusals
        );
    }

    private static Outcome<RegisterReceipt> Receipt(JsonElement json, DocumentReader fields, KnownTill till)
    {
        var sale = Sale(json, till, withMember: true);
        if (fields.IsClean && sale.IsRefused && sale.Refusals.All(IsAboutMobile))
        {
            // What a cashier mistyped must not cost the shop its sale.
            var guest = Sale(json, till, withMember: false);
            return guest.IsRefused
                ? guest.Refusals.ToList()
                : new RegisterReceipt(guest.Value, sale.Refusals[0] with { Pointer = Member + "/mobile" });
        }

        List<Refusal> refusals = [.. fields.Refusals, .. sale.Refusals.Select(AsInReceipt)];
        return refusals.Count > 0 ? refusals : new RegisterReceipt(sale.Value, null);
    }

    private static bool IsAboutMobile(Refusal refusal) =>
        refusal is { Code: "mobile.invalid", Pointer: Member + "/mobile" };

    private static Outcome<PurchaseRequest> Sale(JsonElement json, KnownTill till, bool withMember)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var body = new Utf8JsonWriter(written))
        {
            Write(json, till, withMember, body);
        }

        using var document = JsonDocument.Parse(written.WrittenMemory);
        return PurchaseReader.Read(DocumentReader.Of(document.RootElement));
    }

    private static void Write(JsonElement json, KnownTill till, bool withMember, Utf8JsonWriter body)
    {
        body.WriteStartObject();
        body.WriteString("branch", till.Branch);
        body.WriteString("till", till.Code);
        foreach (var name in Same)
        {
            Copy(json, name, name, body);
        }

        Copy(json, "number", "reference", body);
        if (withMember && json.TryGetProperty("member", out var member))
        {
            WriteMember(member, body);
        }

        // A register that does not know how it was paid writes an empty list; it does not mean "paid nothing".
        if (json.TryGetProperty("payments", out var payments) && !IsEmptyList(payments))
        {
            body.WritePropertyName("payments");
            payments.WriteTo(body);
        }

        body.WriteStartObject("taken");
        if (!Copy(json, "discount", "discount", body))
        {
            body.WriteNumber("discount", 0);
        }

        Copy(json, "payable", "payable", body);
        Copy(json, "offers", "offers", body);
        body.WriteEndObject();
        body.WriteEndObject();
    }

    /// <summary>A register writes an empty mobile or card for who gave none.</summary>
    private static void WriteMember(JsonElement member, Utf8JsonWriter body)
    {
        if (member.ValueKind != JsonValueKind.Object)
        {
            body.WritePropertyName("member");
            member.WriteTo(body);
            return;
        }

        var said = member.EnumerateObject().Where(p => !IsNothing(p.Value)).ToList();
        if (said.Count == 0)
        {
            return;
        }

        body.WriteStartObject("member");
        foreach (var property in said)
        {
            property.WriteTo(body);
        }

        body.WriteEndObject();
    }

    private static bool Copy(JsonElement json, string name, string to, Utf8JsonWriter body)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        body.WritePropertyName(to);
        value.WriteTo(body);
        return true;
    }

    private static bool IsEmptyList(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));

    /// <summary>The refusal at the field as the receipt calls it.</summary>
    private static Refusal AsInReceipt(Refusal refusal) =>
        refusal.Pointer == "/reference" ? refusal with { Pointer = "/number" }
        : refusal.Pointer.StartsWith("/taken/", StringComparison.Ordinal)
            ? refusal with
            {
                Pointer = refusal.Pointer["/taken".Length..],
            }
        : refusal;

    /// <summary>The same for what is refused when the sale is decided.</summary>
    public static IReadOnlyList<Refusal> AsInReceipt(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(AsInReceipt)];
}
