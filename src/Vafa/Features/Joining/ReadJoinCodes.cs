using Vafa.Ui;

namespace Vafa.Features.Joining;

/// <summary>What a till shows for customers to join by.</summary>
/// <param name="Receipt">For printed receipts; good for some months.</param>
/// <param name="Screen">For the customer’s screen.</param>
/// <param name="ScreenUntil">When that one ends; another comes before.</param>
internal sealed record JoinCodes(QrSquares Receipt, QrSquares Screen, DateTimeOffset ScreenUntil);

internal sealed class ReadJoinCodes(JoinLinks links)
{
    /// <summary>Null while nobody may join by himself.</summary>
    public async Task<JoinCodes?> Run(string origin, string till, CancellationToken ct) =>
        await links.Make(JoinPlace.Receipt, till, ct) is { } receipt
        && await links.Make(JoinPlace.Screen, till, ct) is { } screen
            ? new JoinCodes(QrSquares.Of(origin + receipt.Path), QrSquares.Of(origin + screen.Path), screen.Until)
            : null;
}
