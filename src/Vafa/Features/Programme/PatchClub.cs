using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <param name="Patch">A merge patch: what stands in it changes, null goes back to the usual, the rest stays.</param>
public sealed record PatchClubRequest(JsonElement Patch, Actor Actor);

/// <summary>
/// Changes the club's settings. Refused at their pointers: what <see cref="ClubDocument"/> refuses; club.logo-apart for
/// another logo than it has; club.approval-owner (403) when somebody without the scope staff would lift approveOffers;
/// club.currency-stays (409) once there is a sale, whose amounts are in that currency.
/// </summary>
public sealed class PatchClub(NextVersion next, AnySale anySale)
{
    public const string Code = "club";

    public Task<Outcome<StoredDocument>> Run(PatchClubRequest request, CancellationToken ct) =>
        next.Write(
            new DocumentChange(
                DocumentKind.Club,
                Code,
                request.Actor,
                "club.patch",
                (place, running, inside) => Make(place, running!, request, inside)
            ),
            ct
        );

    private async Task<Outcome<CheckedDocument>> Make(
        DocumentPlace place,
        string running,
        PatchClubRequest request,
        CancellationToken ct
    )
    {
        var patch = request.Patch;
        if (patch.ValueKind != JsonValueKind.Object)
        {
            return new Refusal("json.object");
        }

        var merged = JsonNode.Parse(running)!.AsObject();
        foreach (var field in patch.EnumerateObject())
        {
            merged[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        }

        if (patch.TryGetProperty("currency", out var currency) && !patch.TryGetProperty("showToman", out _))
        {
            // Toman comes and goes with the rial, unless it is said otherwise.
            var stays = currency.ValueKind == JsonValueKind.String && currency.ValueEquals(CurrencyOf(running));
            _ = stays || merged.Remove("showToman");
        }

        if (merged["logo"] is { } logo && !JsonNode.DeepEquals(logo, JsonNode.Parse(running)!["logo"]))
        {
            return new Refusal("club.logo-apart", "/logo");
        }

        var made = DocumentKind.Club.Check(JsonSerializer.SerializeToElement(merged), place);
        if (!made.IsRefused && Lifts(running, made.Value.Body) && !request.Actor.May(Scopes.Staff))
        {
            return new Refusal("club.approval-owner", "/approveOffers") { Kind = RefusalKind.Forbidden };
        }

        return !made.IsRefused && CurrencyOf(made.Value.Body) != CurrencyOf(running) && await anySale.Run(ct)
            ? Refusal.Conflict("club.currency-stays", "/currency", CurrencyOf(running))
            : made;
    }

    /// <summary>Whether offers need no second person from now on.</summary>
    private static bool Lifts(string running, string made) =>
        ClubDocument.Read(DocumentKind.Parse(running)).Value.ApproveOffers
        && !ClubDocument.Read(DocumentKind.Parse(made)).Value.ApproveOffers;

    private static string CurrencyOf(string body) => ClubDocument.Read(DocumentKind.Parse(body)).Value.Currency;
}
