using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Purchases;
using Vafa.Features.Staff;

namespace Vafa.Features.Tills;

/// <summary>What a paired device needs to work.</summary>
/// <param name="Now">The server's clock, by which the device judges its own.</param>
/// <param name="Club">The same that the sale page is given.</param>
/// <param name="Cashiers">Who may stand here, by name.</param>
/// <param name="Cashier">Who does; null while nobody has said.</param>
internal sealed record TillView(
    Guid Device,
    string Code,
    int Number,
    string Title,
    DateTimeOffset Now,
    string ClubName,
    string Colour,
    string? Logo,
    SaleClub Club,
    IReadOnlyList<CashierTile> Cashiers,
    CashierView? Cashier
)
{
    /// <summary>Members may spend here without network what was set apart for that.</summary>
    public bool SpendsOffline { get; init; }
}

/// <summary>Somebody to be chosen before he types his PIN.</summary>
/// <param name="HasPin">Whether he has one; without it he chooses one by his password.</param>
/// <param name="Approves">Whether his PIN lets a cashier do what needs a manager.</param>
internal sealed record CashierTile(string User, string? Name, bool HasPin, bool Approves);

/// <summary>Who stands at the till.</summary>
internal sealed record CashierView(string User, string? Name, string Role, bool Approves)
{
    public static CashierView Of(Cashier cashier) => new(cashier.User, cashier.Name, cashier.Role, cashier.Approves);
}

internal sealed class ReadTill(ProgrammeStore programmes, ReadPlaces places, PeopleAtTill people, TimeProvider clock)
{
    public async Task<TillView> Run(TillStand stand, bool persian, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var words = club.Wording(persian);
        var here = (await places.Run(stand.Branch, words, ct)).Where(p => p.Till == stand.Till).ToList();
        return new TillView(
            stand.Device,
            stand.Till,
            stand.Number,
            stand.Title.In(persian),
            clock.GetUtcNow(),
            club.Settings.Name,
            club.Settings.Colour.ToString(),
            club.Settings.Logo,
            SaleClub.Of(club, words, stand.Cashier?.User, here),
            await Cashiers(stand, ct),
            stand.Cashier is { } cashier ? CashierView.Of(cashier) : null
        )
        {
            SpendsOffline = club.Settings.OfflineSpendMost is not null,
        };
    }

    private async Task<IReadOnlyList<CashierTile>> Cashiers(TillStand stand, CancellationToken ct)
    {
        var staff = await people.Of(stand.Branch, ct);
        return
        [
            .. staff
                .Where(s => TillRights.MaySell(s.Role, null, stand.Branch))
                .Select(s => new CashierTile(s.User, s.Name, s.HasPin, TillRights.Approves(s.Role))),
        ];
    }
}

/// <summary>What the server makes of what a device tells of itself.</summary>
/// <param name="Now">The server's clock.</param>
/// <param name="ClockAhead">Seconds by which the device's clock is ahead; negative: behind.</param>
internal sealed record Heard(DateTimeOffset Now, int ClockAhead);

/// <summary>What a device tells of itself.</summary>
/// <param name="Clock">What it has on its own clock.</param>
internal sealed record TillTold(int Waiting, DateTimeOffset Clock, int Refused, ImmutableArray<string> RefusedWhy);

/// <summary>Notes how a device is: how many sales wait in it, and whether its clock is right.</summary>
internal sealed class HearTill(AppDb db, TimeProvider clock)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3650);

    /// <summary>So many refused sales it tells one by one.</summary>
    public const int MostReasons = 5;
    public const int LongestReason = 300;

    public async Task<Heard> Run(TillStand stand, TillTold told, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var off = told.Clock - now;
        var (waiting, refused) = (told.Waiting, told.Refused);
        var why = told.RefusedWhy.IsEmpty ? null : string.Join('\n', told.RefusedWhy);
        var ahead = (int)
            (
                off > Furthest ? Furthest
                : off < -Furthest ? -Furthest
                : off
            ).TotalSeconds;
        await db.Write(
            async inside =>
                await db
                    .TillDevices.Where(d =>
                        d.Id == stand.Device
                        && (
                            d.Waiting != waiting
                            || d.Refused != refused
                            || d.RefusedWhy != why
                            || d.ClockAhead - ahead > 5
                            || ahead - d.ClockAhead > 5
                        )
                    )
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(d => d.Waiting, waiting)
                                .SetProperty(d => d.Refused, refused)
                                .SetProperty(d => d.RefusedWhy, why)
                                .SetProperty(d => d.ClockAhead, ahead),
                        inside
                    ) == 1,
            ct
        );
        return new Heard(now, ahead);
    }
}
