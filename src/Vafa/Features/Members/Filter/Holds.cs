using System.Globalization;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?wallet=credit:50000: the wallet of this unit holds at least so much, by its stored balance.</summary>
public sealed record Holds(string Unit, long Least) : MemberTerm
{
    internal const string Parameter = "wallet";

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [string.Create(CultureInfo.InvariantCulture, $"{Unit}:{Least}")];

    internal static MemberTerm? Read(TermReader reader)
    {
        var (unit, amount) = reader.Halves();
        if (amount.Length == 0 && reader.Values.Count > 1)
        {
            // The form's list of units always names one; without an amount nothing is asked.
            return null;
        }

        if (reader.Club.Programme.UnitOf(unit) is null)
        {
            return reader.Refused<MemberTerm?>(null, "statement.unit-unknown", unit);
        }

        return TermReader.Whole(amount) is { } least and > 0
            ? new Holds(unit, least)
            : reader.Refused<MemberTerm?>(null, "filter.amount");
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene)
    {
        var holders = ReadWallets.Holding(scene.Db, Unit, Least);
        // Asked of each member, not gathered from all wallets before: a night asks for some thousand members at a time.
        return members.Where(m => holders.Any(id => id == m.Id));
    }

    internal override JsonObject AsCondition() =>
        Asks("wallet", new JsonObject { ["unit"] = Unit, ["atLeast"] = Least });

    public override string Sentence(Wording words, Dates dates)
    {
        var (name, least) = (words.Name(NameKind.Unit, Unit), words.AmountDigits(Unit, Least));
        return words.Say($"{name}: دست‌کم {least}", $"{name}: at least {least}");
    }
}
