using System.Collections.Frozen;

namespace Vafa.Web;

/// <summary>Who does it. Use cases take it in their request when they record a change.</summary>
/// <param name="By">For the audit log: "key:NAME", "staff:USER" or "system".</param>
/// <param name="Client">What idempotency keys are scoped to: "key:ID" or "staff:ID".</param>
/// <param name="Scopes">What it may do; "all" is everything.</param>
/// <param name="Role">A member of staff's role; null for a machine.</param>
public sealed record Actor(string By, string Client, FrozenSet<string> Scopes, string? Role)
{
    /// <summary>The program itself: commands, migrations, work at night.</summary>
    public static readonly Actor System = new("system", "system", FrozenSet.Create(Web.Scopes.All), null);

    public bool May(string scope) => Scopes.Contains(scope) || Scopes.Contains(Web.Scopes.All);

    /// <summary>
    /// To see without changing is enough for some roles: the till shows offers, it does not make them.
    /// </summary>
    public bool MayRead(string scope) => May(scope) || Scopes.Contains(scope + Web.Scopes.Read);
}

/// <summary>The closed list of what a key may be allowed.</summary>
public static class Scopes
{
    public const string All = "all";
    public const string Members = "members";
    public const string Purchases = "purchases";

    /// <summary>Documents of the programme: offers, units, earning rules, groups, products, branches, fields.</summary>
    public const string Offers = "offers";

    /// <summary>Ends a scope that only lets read; roles have such, keys do not.</summary>
    public const string Read = ".read";

    public const string Ledger = "ledger";

    /// <summary>Sales of more than seven days ago.</summary>
    public const string History = "history";

    public const string Club = "club";

    /// <summary>Who works here: people, their roles and sessions, and the keys of machines.</summary>
    public const string Staff = "staff";

    /// <summary>Who changed what.</summary>
    public const string Audit = "audit";

    /// <summary>What waits to be sent to members and what was sent.</summary>
    public const string Messages = "messages";

    /// <summary>Figures of the whole club: the home page, roll-ups, liability.</summary>
    public const string Reports = "reports";

    public static readonly IReadOnlyList<string> Known =
    [
        Members,
        Purchases,
        Offers,
        Ledger,
        History,
        Club,
        Staff,
        Audit,
        Messages,
        Reports,
        All,
    ];
}

public static class ActorOfCall
{
    /// <summary>Who calls. The gate has let nobody through without one where a scope is needed.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.Features.Get<Actor>() ?? throw new InvalidOperationException("This endpoint names no scope.");

    public static Actor? ActorOrNobody(this HttpContext context) => context.Features.Get<Actor>();

    /// <summary>Says who calls; for what proves it (an API key, a staff session).</summary>
    public static void SetActor(this HttpContext context, Actor actor) => context.Features.Set(actor);
}
