using System.Text.Json;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Features.Messages;
using Vafa.Web;

namespace Vafa.Features.Tiers;

/// <summary>What a member is told of his tier: the numbers that its sentence needs.</summary>
/// <param name="What">reached, lost or warning.</param>
/// <param name="Tier">What was reached or is held, with a loss what is held after it; null: none.</param>
internal sealed record TierMessage(string What, string? Tier)
{
    public const string Kind = "tier";

    private const string Reached = "reached";
    private const string Lost = "lost";
    private const string Near = "warning";

    /// <summary>The tier that is lost.</summary>
    public string? From { get; init; }

    /// <summary>The last day on which it can be kept.</summary>
    public DateOnly? Last { get; init; }

    public MissingToTier? Missing { get; init; }

    /// <summary>Whether all that is missing is wanted, or any of it.</summary>
    public bool? All { get; init; }

    /// <summary>Nothing is said of a grace, and of what a person gave or took.</summary>
    public static TierMessage? Of(
        TierMove move,
        Ladder ladder,
        Standing standing,
        (IReadOnlyCollection<TierDay> Days, MeasuredDays Window) measured
    ) =>
        move.Event switch
        {
            TierEvent.Rose => new TierMessage(Reached, move.To),
            TierEvent.Fell => new TierMessage(Lost, move.To) { From = move.From },
            TierEvent.Warned => Warning(TierWarning.Of(ladder, standing, measured.Days, measured.Window)!),
            _ => null,
        };

    public Message To(Guid member, DateTimeOffset now) =>
        new()
        {
            MemberId = member,
            Id = Guid.CreateVersion7(now),
            Kind = Kind,
            Body = JsonSerializer.Serialize(this, Answers.Json),
            CreatedAt = now,
        };

    /// <summary>The sentence of a stored message, in the club's language.</summary>
    public static string Text(string body, string club, Wording words)
    {
        var message = JsonSerializer.Deserialize<TierMessage>(body, Answers.Json)!;
        var tier = message.Tier is { } code ? words.NameInside(NameKind.Tier, code) : "";
        return message.What switch
        {
            Reached => words.Say($"{club}: به سطح {tier} رسیدید.", $"{club}: you are {tier} now."),
            Lost => message.Lose(tier, club, words),
            Near => message.Warn(tier, club, words),
            _ => throw new InvalidDataException($"A message tells {message.What} of a tier."),
        };
    }

    private static TierMessage Warning(TierWarning warning) =>
        new(Near, warning.Held.Code)
        {
            Last = warning.Falls.AddDays(-1),
            Missing = MissingToTier.Of(warning.Missing),
            All = warning.Missing.NeedsAll,
        };

    private string Lose(string tier, string club, Wording words)
    {
        var from = From is { } code ? words.NameInside(NameKind.Tier, code) : "";
        return tier.Length > 0
            ? words.Say($"{club}: سطح شما از {from} به {tier} رسید.", $"{club}: from {from} you are {tier} now.")
            : words.Say($"{club}: سطح {from} شما پایان یافت.", $"{club}: you are no longer {from}.");
    }

    private string Warn(string tier, string club, Wording words)
    {
        var last = words.Day(Last!.Value);
        var missing = Missing!.ToShortfall(All ?? true).Sentence(words);
        return words.Say(
            $"{club}: برای ماندن در سطح {tier}، تا {last} {missing} دیگر مانده است.",
            $"{club}: to stay {tier}, {missing} more by {last}."
        );
    }
}
