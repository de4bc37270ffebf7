using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Tiers;

namespace Vafa.Features.Messages;

/// <summary>The sentence of a message as it leaves: made of its stored numbers, in the club's language.</summary>
public static class MessageText
{
    public const string Receipt = "receipt";

    /// <summary>What an applied offer says to the member.</summary>
    public const string Offer = "offer";

    /// <summary>What had to wait can be spent now.</summary>
    public const string Opened = "available";

    /// <summary>What a member owns ends soon.</summary>
    public const string Ending = "expiring";

    /// <param name="words">How the club writes, with its titles.</param>
    public static string Of(string kind, string body, string clubName, Wording words)
    {
        using var json = JsonDocument.Parse(body);
        return kind switch
        {
            Outbox.Welcome => Welcome(json.RootElement, clubName, words),
            Receipt => ReceiptOf(json.RootElement, clubName, words),
            Opened => OpenedOf(json.RootElement, clubName, words),
            Ending => EndingOf(json.RootElement, clubName, words),
            Offer =>
                $"{clubName}: {words.Title(new LocalText(Text(json.RootElement, "fa"), Text(json.RootElement, "en")))}",
            TierMessage.Kind => TierMessage.Text(body, clubName, words),
            _ => throw new InvalidDataException($"A message is of the unknown kind {kind}."),
        };
    }

    /// <summary>What a kind is called in a list.</summary>
    public static string KindName(string kind, Wording words) =>
        kind switch
        {
            Outbox.Welcome => words.Say("خوش‌آمد", "Welcome"),
            Receipt => words.Say("رسید خرید", "Receipt"),
            Offer => words.Say("پیام پیشنهاد", "From an offer"),
            Opened => words.Say("آماده برای خرج", "Ready to spend"),
            Ending => words.Say("یادآوری پایان مهلت", "Reminder before it ends"),
            TierMessage.Kind => words.Say("سطح عضو", "Tier"),
            _ => kind,
        };

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string Welcome(JsonElement body, string club, Wording words)
    {
        var card = words.Digits(body.GetProperty("card").GetString() ?? "");
        var name = body.TryGetProperty("firstName", out var first) ? first.GetString() : null;
        return string.IsNullOrEmpty(name)
            ? words.Say($"به {club} خوش آمدید. شمارهٔ کارت شما: {card}", $"Welcome to {club}. Your card number: {card}")
            : words.Say(
                $"{name} عزیز، به {club} خوش آمدید. شمارهٔ کارت شما: {card}",
                $"Dear {name}, welcome to {club}. Your card number: {card}"
            );
    }

    private static string ReceiptOf(JsonElement body, string club, Wording words)
    {
        var payable = words.Money(new Money(body.GetProperty("payable").GetInt64()));
        var sentences = new List<string>
        {
            words.Say(
                $"{club}: خرید شما به مبلغ {payable} ثبت شد.",
                $"{club}: your purchase of {payable} is recorded."
            ),
        };
        if (Amounts(body.GetProperty("earned"), words) is { Length: > 0 } earned)
        {
            sentences.Add(words.Say($"{earned} گرفتید.", $"You earned {earned}."));
        }

        if (Text(body, "reached") is { } tier)
        {
            var name = words.NameInside(NameKind.Tier, tier);
            sentences.Add(words.Say($"به سطح {name} رسیدید.", $"You are {name} now."));
        }

        if (Amounts(body.GetProperty("balance"), words) is { Length: > 0 } balance)
        {
            sentences.Add(words.Say($"ماندهٔ شما: {balance}.", $"Your balance: {balance}."));
        }

        return string.Join(' ', sentences);
    }

    private static string OpenedOf(JsonElement body, string club, Wording words)
    {
        var amounts = Amounts(body.GetProperty("units"), words);
        return Day(body) is { } day
            ? words.Say(
                $"{club}: {amounts} شما از {words.Day(day)} قابل استفاده است.",
                $"{club}: your {amounts} can be used since {words.Day(day)}."
            )
            : words.Say(
                $"{club}: {amounts} شما از امروز قابل استفاده است.",
                $"{club}: your {amounts} can be used from today."
            );
    }

    private static string EndingOf(JsonElement body, string club, Wording words)
    {
        var (amounts, day) = (Amounts(body.GetProperty("units"), words), words.Day(Day(body)!.Value));
        return words.Say(
            $"{club}: مهلت {amounts} شما {day} تمام می‌شود.",
            $"{club}: your {amounts} can be used until {day}."
        );
    }

    private static DateOnly? Day(JsonElement body) =>
        body.TryGetProperty("day", out var day) && day.GetString() is { } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static string Amounts(JsonElement units, Wording words) =>
        string.Join(
            words.Say(" و ", " and "),
            units
                .EnumerateObject()
                .Where(u => u.Value.GetInt64() != 0)
                .Select(u => words.Amount(u.Name, u.Value.GetInt64()))
        );
}
