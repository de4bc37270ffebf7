using System.Net;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Demo;

namespace Vafa.Features.Staff;

/// <summary>
/// One click into a made-up club, as its owner, cashier or auditor: only there, and only for whoever sits at the
/// machine itself. Refused alike in every other case: demo.closed.
/// </summary>
public sealed class EnterDemo(AppDb db, TimeProvider clock, DemoClub demo, Sessions sessions)
{
    public static readonly IReadOnlyList<string> Offered = [Roles.Owner, Roles.Cashier, "auditor"];

    private static readonly string[] OfProxies =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Real-IP",
        "Via",
        // What a trusted proxy's headers become once they were believed.
        "X-Original-For",
        "X-Original-Host",
        "X-Original-Proto",
    ];

    public async Task<bool> IsOpen(HttpContext context, CancellationToken ct) =>
        IsHere(context) && await demo.IsOne(ct);

    public async Task<Outcome<NewSession>> Run(string role, HttpContext context, CancellationToken ct)
    {
        if (!Offered.Contains(role, StringComparer.Ordinal) || !await IsOpen(context, ct))
        {
            return new Refusal("demo.closed");
        }

        var user = "demo-" + role;
        var from = Visitor.Of(context);
        NewSession? session = null;
        for (var tries = 2; session is null && tries > 0; tries--)
        {
            try
            {
                await db.Write(
                    async inside =>
                    {
                        session = await Begin(user, role, from, inside);
                        return session is not null;
                    },
                    ct
                );
            }
            catch (DbUpdateException e) when (db.IsTaken(e))
            {
                // Another click has made him in the same moment; now he is there.
                session = null;
                db.ChangeTracker.Clear();
            }
        }

        return session is null ? new Refusal("demo.closed") : session;
    }

    /// <summary>
    /// The machine's own browser, by its own name. A Host that is a name of somewhere else is a page of that place that
    /// has its name pointed here (DNS rebinding); a proxy's headers mean that somebody else stands behind it.
    /// </summary>
    internal static bool IsHere(HttpContext context)
    {
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            && IsLoopback(request.Host.Host)
            && !OfProxies.Any(request.Headers.ContainsKey)
            && (
                request.Headers.Origin.Count == 0
                || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && IsLoopback(origin.Host))
            );
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private async Task<NewSession?> Begin(string user, string role, Visitor from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == user, ct);
        if (staff is null)
        {
            staff = new StaffMember
            {
                Id = Guid.CreateVersion7(now),
                User = user,
                Role = role,
                CreatedAt = now,
            };
            db.Staff.Add(staff);
            await db.SaveChangesAsync(ct);
        }

        var session = await sessions.Begin(staff, from, ct);
        AuditLog.Add(
            db,
            new Change("staff:" + user, now, "staff.signed-in-to-demo", "staff/" + user)
            {
                After = new { Address = from.Address.ToString() },
            }
        );
        return session;
    }
}
