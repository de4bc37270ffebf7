using System.Globalization;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Audit;

/// <summary>What the page of changes is asked for: days, both with it, instead of moments.</summary>
public sealed record AuditQuery(string? By, string? Action, string? Subject, DateOnly? From, DateOnly? To)
{
    private const string Path = "/settings/audit";

    public bool IsFiltered => (By ?? Action ?? Subject) is not null || From is not null || To is not null;

    /// <summary>A day that cannot be read does not narrow; the field shows what was typed.</summary>
    public static AuditQuery Read(IQueryCollection query) =>
        new(Text(query, "by"), Text(query, "action"), Text(query, "subject"), Day(query, "from"), Day(query, "to"));

    public AuditFilter Filter(ClubTime time) =>
        new(
            By,
            Action,
            Subject,
            From is { } from ? time.StartOf(from) : null,
            To is { } to ? time.StartOf(to.AddDays(1)) : null
        );

    public string Address(string? cursor = null)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["by"] = By,
            ["action"] = Action,
            ["subject"] = Subject,
            ["from"] = Iso(From),
            ["to"] = Iso(To),
            ["cursor"] = cursor,
        };
        return Path + QueryString.Create(values.Where(p => p.Value is not null));
    }

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IReadOnlyList<(string Sentence, string Without)> Chips(Reader reader)
    {
        var words = reader.Words;
        var chips = new List<(string, string)>();
        if (By is { } by)
        {
            var who = AuditSentence.Who(by, words);
            chips.Add((words.Say($"چه کسی: {who}", $"Who: {who}"), (this with { By = null }).Address()));
        }

        if (Action is { } action)
        {
            var what = AuditNames.Of(action, words);
            chips.Add((words.Say($"چه کاری: {what}", $"What: {what}"), (this with { Action = null }).Address()));
        }

        if (Subject is { } subject)
        {
            chips.Add((words.Say($"روی: {subject}", $"On: {subject}"), (this with { Subject = null }).Address()));
        }

        if (From is { } from)
        {
            var day = reader.Dates.Short(from);
            chips.Add((words.Say($"از {day}", $"From {day}"), (this with { From = null }).Address()));
        }

        if (To is { } to)
        {
            var day = reader.Dates.Short(to);
            chips.Add((words.Say($"تا {day}", $"Until {day}"), (this with { To = null }).Address()));
        }

        return chips;
    }

    private static string? Text(IQueryCollection query, string name) =>
        string.IsNullOrWhiteSpace(query[name]) ? null : query[name].ToString().Trim();

    private static DateOnly? Day(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(
            query[name].ToString(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && day.Year is > 1900 and < 3000
            ? day
            : null;
}
