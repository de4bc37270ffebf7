using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member is one of these, by their ids: an offer for one person, or for a short list of them.</summary>
public sealed class IsMember(ImmutableArray<MemberId> members) : Condition
{
    private static readonly Arg Who = Arg.Codes("این عضوها", "These members", NameKind.Member);

    public static readonly ConditionEntry Entry = new(
        "member",
        new("عضوهای معین", "Given members"),
        new(
            "تنها برای یک عضو یا چند عضو معین، تا ۱۰۰ نفر؛ برای فهرست بلندتر گروه بسازید.",
            "Only for one member or some, up to 100; make a group for a longer list."
        ),
        """{"in": ["0198f0a2-7c1e-7c8e-9d55-3f0c6f1f2a10"]}"""
    )
    {
        About = WordAbout.Member,
        Args = [Who],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public ImmutableArray<MemberId> Members => members;

    /// <summary>All members that a condition or its parts name, each once.</summary>
    public static IEnumerable<MemberId> Named(Condition? when) =>
        when switch
        {
            null => [],
            IsMember given => given.Members,
            _ => when.Parts.SelectMany(Named).Distinct(),
        };

    public override Verdict Check(in SaleContext sale) =>
        sale.Member is { } member ? When(members.AsSpan().Contains(member.Id)) : NoMember();

    public override string Sentence(Wording wording) =>
        members.Length == 1
            ? wording.Say("برای یک عضو معین", "for one given member")
            : wording.Say(
                $"برای {wording.Number(members.Length)} عضو معین",
                $"for {wording.Number(members.Length)} given members"
            );

    public override void Write(Utf8JsonWriter json) => Joined.WriteCodes(json, [.. members.Select(m => Text(m))]);

    internal static Condition Read(ArgumentReader at)
    {
        var ids = ImmutableArray.CreateBuilder<MemberId>();
        var texts = at.Codes(Who);
        for (var i = 0; i < texts.Length; i++)
        {
            if (!Guid.TryParseExact(texts[i], "D", out var id))
            {
                at.Refuse("offer.member-id", string.Create(CultureInfo.InvariantCulture, $"{Who.Name}/{i}"));
            }
            else if (!ids.Contains(new MemberId(id)))
            {
                ids.Add(new MemberId(id));
            }
        }

        return new IsMember(ids.ToImmutable());
    }

    private static string Text(MemberId member) => member.Value.ToString("D", CultureInfo.InvariantCulture);
}
