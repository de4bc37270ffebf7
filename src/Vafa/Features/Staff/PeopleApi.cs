using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Staff;

/// <summary>The calls about who works here.</summary>
internal static class PeopleApi
{
    private const int LongestName = 64;

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadStaff>();
        services.AddScoped<ChangeStaff>();
        services.AddScoped<DisableStaff>();
        services.AddScoped<EnableStaff>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/v1/staff").WithTags("staff").Needs(Scopes.Staff);
        staff.MapGet("", List).Describe("listStaff", "Who works here, by user name.").GivesList<StaffView>();
        staff
            .MapPost("", Invite)
            .Describe("inviteStaff", "Lets somebody in by a one-time link, which is shown in this answer only.")
            .Once()
            .Takes<InviteBody>()
            .Gives<Invited>(StatusCodes.Status201Created);
        staff.MapGet("/{user}", Get).Describe("getStaff", "Somebody who works here.").Gives<StaffView>();
        staff
            .MapPatch("/{user}", Change)
            .Describe("changeStaff", "Changes name, role or branch; a role holds at once, also in open sessions.")
            .TakesPatch<StaffPatch>()
            .Gives<StaffView>();
        staff
            .MapPost("/{user}/link", Link)
            .Describe("linkStaff", "A new one-time link, shown in this answer only; those before it are over.")
            .Once()
            .Gives<Invited>(StatusCodes.Status201Created);
        staff
            .MapPost("/{user}/disable", Disable)
            .Describe("disableStaff", "Shuts somebody out; his sessions end at once.")
            .Gives<StaffView>();
        staff.MapPost("/{user}/enable", Enable).Describe("enableStaff", "Lets somebody in again.").Gives<StaffView>();
    }

    private static async Task<IResult> List(HttpContext context, ReadStaff read)
    {
        var paging = Paging.Read(context, ReadStaff.CursorParts);
        return paging.IsRefused
            ? Answers.Refused(paging.Refusals)
            : Answers.Value(await read.List(paging.Value, context.RequestAborted));
    }

    private static async Task<IResult> Get(string user, ReadStaff read, CancellationToken ct) =>
        Answers.Of(await read.Run(user, ct));

    private static async Task<IResult> Invite(
        HttpContext context,
        ProgrammeStore programmes,
        CreateStaff create,
        Idempotency idempotency
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        // Before the transaction, which must not wait for a second connection.
        var club = await programmes.Newest(ct);
        var read = body.Reader();
        var user = read.Text("user", UserName.MaxLength, required: true);
        var name = read.Text("name", LongestName);
        var role = read.Text("role", required: true);
        var branch = Branch(read, club);
        read.Done();
        if (!read.IsClean)
        {
            return Answers.Refused(read.Refusals);
        }

        var actor = context.Actor();
        var request = new CreateStaffRequest(user!, role!, actor.By)
        {
            Name = string.IsNullOrWhiteSpace(name) ? null : PersianText.Normalise(name),
            Branch = branch,
            MustBeNew = true,
        };
        return StaffTurn.MayTouch(actor, role!)
            ? await Shown(context, idempotency, inside => create.Run(request, inside))
            : Answers.Refused(StaffTurn.OwnerOnly("/role"));
    }

    private static async Task<IResult> Link(
        string user,
        HttpContext context,
        ReadStaff read,
        CreateStaff create,
        Idempotency idempotency
    )
    {
        var known = await read.Run(user, context.RequestAborted);
        if (known.IsRefused)
        {
            return Answers.Refused(known.Refusals);
        }

        var actor = context.Actor();
        var request = new CreateStaffRequest(known.Value.User, known.Value.Role, actor.By);
        return StaffTurn.MayTouch(actor, known.Value.Role)
            ? await Shown(context, idempotency, inside => create.Run(request, inside))
            : Answers.Refused(StaffTurn.OwnerOnly(""));
    }

    private static Task<IResult> Shown(
        HttpContext context,
        Idempotency idempotency,
        Func<CancellationToken, Task<Outcome<NewLink>>> make
    ) =>
        idempotency.Once(
            context,
            StatusCodes.Status201Created,
            async inside =>
            {
                var made = await make(inside);
                return made.IsRefused
                    ? Outcome<Invited>.Refused(made.Refusals)
                    : new Invited(made.Value.User, made.Value.Role, made.Value.Path, made.Value.ExpiresAt);
            },
            invited => invited with { Link = null },
            context.RequestAborted
        );

    private static async Task<IResult> Change(
        string user,
        HttpContext context,
        ProgrammeStore programmes,
        ChangeStaff change,
        ReadStaff read
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var name = fields.Has("name") ? fields.Text("name", LongestName) ?? "" : null;
        var role = fields.Text("role");
        var branch = fields.Has("branch") ? Branch(fields, await programmes.Newest(ct)) ?? "" : null;
        fields.Done();
        if (!fields.IsClean)
        {
            return Answers.Refused(fields.Refusals);
        }

        var asked = new StaffChange(name is null ? null : PersianText.Normalise(name), role, branch);
        return await Then(await change.Run(new ChangeStaffRequest(user, asked, context.Actor()), ct), read, ct);
    }

    private static async Task<IResult> Disable(string user, HttpContext context, DisableStaff disable, ReadStaff read)
    {
        var ct = context.RequestAborted;
        return await Then(await disable.Run(new DisableStaffRequest(user, context.Actor()), ct), read, ct);
    }

    private static async Task<IResult> Enable(string user, HttpContext context, EnableStaff enable, ReadStaff read)
    {
        var ct = context.RequestAborted;
        return await Then(await enable.Run(new DisableStaffRequest(user, context.Actor()), ct), read, ct);
    }

    private static async Task<IResult> Then(Outcome<string> changed, ReadStaff read, CancellationToken ct) =>
        changed.IsRefused ? Answers.Refused(changed.Refusals) : Answers.Of(await read.Run(changed.Value, ct));

    private static string? Branch(DocumentReader fields, ClubVersion club)
    {
        var branch = fields.Code("branch");
        if (branch is not null && !club.Known.Branches.Contains(branch))
        {
            fields.Refuse("staff.branch-unknown", "branch", branch);
        }

        return branch;
    }

    /// <summary>The body, for the API's description.</summary>
    internal sealed record InviteBody(string User, string? Name, string Role, string? Branch);

    internal sealed record StaffPatch(string? Name, string? Role, string? Branch);

    /// <param name="Link">Path of the one-time link; not there when the call is repeated with its key.</param>
    internal sealed record Invited(string User, string Role, string? Link, DateTimeOffset ExpiresAt);
}
