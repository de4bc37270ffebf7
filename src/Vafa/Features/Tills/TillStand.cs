using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Tills;

/// <summary>The paired device of a call, with whoever stands at it.</summary>
/// <param name="Till">Code of its till; sales carry it.</param>
/// <param name="Branch">Where that till stands today.</param>
/// <param name="Title">What the shop calls the till.</param>
internal sealed record TillStand(Guid Device, string Till, int Number, string Branch, LocalText Title, Cashier? Cashier)
{
    /// <summary>The newest version of the programme, read with the call.</summary>
    public required ClubVersion Club { get; init; }

    /// <summary>What it looked up in this minute before this call.</summary>
    public required LookedUp Looked { get; init; }

    /// <summary>For the audit log.</summary>
    public string By => Cashier is { } cashier ? "staff:" + cashier.User : "till:" + Till;

    /// <summary>Whether a sale that names this till is its own.</summary>
    public bool Sold(string? till) => till == Till;

    public static TillStand Of(HttpContext context) =>
        context.Features.Get<TillStand>() ?? throw new InvalidOperationException("This endpoint asks for no till.");
}

/// <summary>Who stands at a till.</summary>
/// <param name="Approves">Whether his word is enough for what a cashier has to ask for.</param>
internal sealed record Cashier(Guid StaffId, string User, string? Name, string Role, bool Approves);
