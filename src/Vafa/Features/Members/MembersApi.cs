using Vafa.Core.Values;
using Vafa.Features.Engagements;
using Vafa.Features.Members.Bulk;
using Vafa.Features.Members.Filter;
using Vafa.Features.Members.Groups;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Members;

/// <summary>The calls about members.</summary>
internal static class MembersApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<ReadProfile>();
        services.AddScoped<AfterChange>();
        services.AddScoped<ReadBirthdays>();
        services.AddScoped<CountSilent>();
        services.AddScoped<ChangeProfile>();
        services.AddScoped<Enrol>();
        services.AddScoped<EnrolOnce>();
        services.AddScoped<ChangeMember>();
        services.AddScoped<ReadMembers>();
        services.AddScoped<FindMembers>();
        services.AddScoped<FindAtTill>();
        services.AddScoped<ReadCalled>();
        services.AddScoped<AnyMember>();
        services.AddScoped<MatchMembers>();
        services.AddScoped<CountMembers>();
        services.AddScoped<CountGroups>();
        services.AddScoped<Segments.ReadSegments>();
        GroupsApi.Register(services);
        BulkApi.Register(services);
        Leaving.LeaveApi.Register(services);
        services.AddTexts(MemberTexts.Sentences);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/api/v1/members").WithTags("members").Needs(Scopes.Members);
        members
            .MapPost("", Enrol)
            .Describe("enrolMember", "Somebody joins; the mobile is enough.")
            .Once()
            .Takes<MemberShape>()
            .Gives<MemberView>(StatusCodes.Status201Created);
        members
            .MapGet("", MemberListApi.Find)
            .Describe("findMembers", "Members, newest first; a page may hold fewer than asked and still have a next.")
            .Asks("mobile", "Exactly this mobile, in any writing.")
            .Asks("card", "Exactly this card.")
            .AsksFilter()
            .Asks("sort", "joined, lastVisit, visits or spent; with - before it from the most to the least. -joined.")
            .GivesList<MemberView>();
        members
            .MapGet("/count", MemberListApi.Count)
            .Describe("countMembers", "How many members a filter means, exact up to ten thousand.")
            .AsksFilter()
            .Gives<MemberCount>();
        members
            .MapGet("/groups", async (CountGroups count, CancellationToken ct) => Answers.Value(await count.Run(ct)))
            .Describe("countGroups", "Every group with how many members it has, exact up to ten thousand.")
            .Gives<Listed<GroupCount>>();
        BulkApi.Map(app);
        Leaving.LeaveApi.Map(app);
        GroupsApi.Map(app);
        members.MapGet("/{id:guid}", Read).Describe("getMember", "A member with his wallets.").Gives<MemberView>();
        members
            .MapPatch("/{id:guid}", Change)
            .Describe("changeMember", "Changes a profile: what stands in the patch changes, null clears.")
            .TakesPatch<MemberShape>()
            .Gives<MemberView>();
    }

    private static async Task<IResult> Enrol(HttpContext context, EnrolOnce enrol, ReadMembers read)
    {
        var body = await Body.Read(context, context.RequestAborted);
        return body.Problem is { } problem
            ? problem
            : await enrol.Run(context, body.Json, async (id, club, ct) => (await read.Run([id], club, ct))[0]);
    }

    private static async Task<IResult> Read(HttpContext context, Guid id, ReadMembers read) =>
        Answers.Of(await read.Run(id, context.RequestAborted));

    private static async Task<IResult> Change(
        HttpContext context,
        Guid id,
        ReadProfile readProfile,
        ChangeMember change,
        ReadMembers read,
        AfterChange after
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var wanted = readProfile.Run(body.Json, await readProfile.Club(ct));
        if (wanted.IsRefused)
        {
            return Answers.Refused(wanted.Refusals);
        }

        var changed = await change.Run(new ChangeMemberRequest(id, wanted.Value, context.Actor()), ct);
        if (changed.IsRefused)
        {
            return Answers.Refused(changed.Refusals);
        }

        await after.Complete.Run(id, CancellationToken.None);
        return Answers.Of(await read.Run(id, ct));
    }

    /// <summary>What a change of a profile needs around it.</summary>
    internal sealed record AfterChange(Idempotency Idempotency, CompleteProfile Complete);

    /// <summary>Reads profiles as the club has them today.</summary>
    internal sealed class ReadProfile(ProgrammeStore programmes, TimeProvider clock)
    {
        public ValueTask<ClubVersion> Club(CancellationToken ct) => programmes.Newest(ct);

        public Outcome<MemberChange> Run(System.Text.Json.JsonElement json, ClubVersion club) =>
            MemberDocument.Read(json, club, club.Time.DayOf(clock.GetUtcNow()));
    }
}
