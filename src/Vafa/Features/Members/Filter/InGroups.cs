using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?group=: in one of these groups at least.</summary>
public sealed record InGroups(IReadOnlyList<string> Codes) : MemberTerm
{
    internal const string Parameter = "group";
    private const int Most = 50;

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => Codes;

    internal static MemberTerm? Read(TermReader reader)
    {
        var codes = reader.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count > Most)
        {
            return reader.Refused<MemberTerm?>(null, "json.too-many", Most);
        }

        return codes.Find(c => !reader.Club.MemberGroups.Contains(c)) is { } unknown
            ? reader.Refused<MemberTerm?>(null, "member.group-unknown", unknown)
            : new InGroups(codes);
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene) =>
        members.Where(m => scene.Db.MemberGroups.Any(g => g.MemberId == m.Id && Codes.Contains(g.Code)));

    internal override IEnumerable<IQueryable<Guid>> Few(FilterScene scene) =>
        [scene.Db.MemberGroups.Where(g => Codes.Contains(g.Code)).Select(g => g.MemberId)];

    internal override JsonObject AsCondition() =>
        Asks("group", new JsonObject { ["in"] = new JsonArray([.. Codes.Select(c => JsonValue.Create(c))]) });

    public override string Sentence(Wording words, Dates dates)
    {
        var names = string.Join(words.Say("، ", ", "), Codes.Select(c => words.Name(NameKind.Group, c)));
        return Codes.Count == 1
            ? words.Say($"گروه: {names}", $"Group: {names}")
            : words.Say($"یکی از گروه‌ها: {names}", $"One of the groups: {names}");
    }
}
