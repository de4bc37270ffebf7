using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <param name="Key">Of the plan the device has; another one is refused.</param>
/// <param name="Since">Only who bought since; null: in <see cref="OfflineMembers.Recently"/>.</param>
internal sealed record OfflineMembersRequest(TillStand Stand, string Key, DateTimeOffset? Since, SalePlace? Behind);

/// <summary>
/// What a device keeps of members: those who bought at its branch lately, as a till shows them, and their answers to
/// the questions of offers. No whole mobile, no date of birth, no history. Refused: till.preview-changed when the
/// device has another plan.
/// </summary>
internal sealed class OfflineMembers(
    ReadPreview preview,
    RecentBuyers buyers,
    ReadMembers read,
    ProgrammeStore programmes,
    TimeProvider clock
)
{
    /// <summary>Who did not buy for so long is no regular any more.</summary>
    public static readonly TimeSpan Recently = TimeSpan.FromDays(90);

    private const int MarkLength = 32;
    private const int EndDigits = 4;

    public async Task<PreviewPlan> Plan(TillStand stand, bool persian, CancellationToken ct)
    {
        var (plan, _) = await preview.Run(stand.Branch, [], persian, ct);
        var keep = (await programmes.Newest(ct)).Settings.MembersOnTill;
        return new PreviewPlan(plan.Key, keep, JsonSerializer.SerializeToElement(plan.Json));
    }

    public async Task<Outcome<PreviewMembersPage>> Run(
        OfflineMembersRequest request,
        bool persian,
        CancellationToken ct
    )
    {
        var (stand, since) = (request.Stand, clock.GetUtcNow() - Recently);
        var club = await programmes.Newest(ct);
        if (club.Settings.MembersOnTill == 0)
        {
            return new PreviewMembersPage([], null);
        }

        since = request.Since > since ? request.Since.Value : since;
        var page = await buyers.Run(new RecentBuyersRequest(stand.Branch, since, request.Behind), ct);
        var (plan, standings) = await preview.Run(stand.Branch, page.Members, persian, ct);
        if (plan.Key != request.Key)
        {
            return Refusal.Conflict("till.preview-changed", "/key");
        }

        var views = (await read.Run(page.Members, club, ct)).Where(m => m.Gone is null && standings.ContainsKey(m.Id));
        return new PreviewMembersPage(
            [
                .. views.Select(m => new PreviewMember(
                    TillMembers.Show(m),
                    Mark(stand.Device, m.Mobile),
                    m.Mobile is { } mobile ? mobile[^EndDigits..] : null,
                    standings[m.Id]
                )),
            ],
            page.Next is { } next ? Cursor.Write(next.Parts) : null
        );
    }

    private static string? Mark(Guid device, string? mobile) =>
        mobile is null
            ? null
            : Convert.ToHexStringLower(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(device.ToString("D")), Encoding.UTF8.GetBytes(mobile))
            )[..MarkLength];
}
