using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Features.Products;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Programme.Versions;

/// <summary>One version of the programme as a person reads it.</summary>
/// <param name="By">"staff:user", "key:name" or "system".</param>
/// <param name="Documents">What it made or changed.</param>
public sealed record VersionTold(long Version, DateTimeOffset At, string By, IReadOnlyList<DocumentTold> Documents);

/// <summary>One document that a version made or changed.</summary>
/// <param name="Kind">
/// "offer", "earning-rule", "unit", "club", "festival", "segment", "group", "branch", "till" or "field".
/// </param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Change">"made" or "changed".</param>
/// <param name="Sentence">«پیشنهاد «تولد» تغییر کرد.»</param>
/// <param name="Fields">What is other than before, as it would be shown to a person.</param>
public sealed record DocumentTold(
    string Kind,
    string Code,
    string Title,
    string Change,
    string Sentence,
    IReadOnlyList<AuditField> Fields
)
{
    internal const string Made = "made";
    internal const string Changed = "changed";

    [JsonIgnore]
    public bool IsNew => Change == Made;
}

/// <summary>
/// Tells the versions of the programme with what differs, in the words of the audit log. Nothing of a programme is ever
/// taken away, so what an old document names is known and has a title today.
/// </summary>
public sealed class TellVersions(ReadVersions read, ProgrammeStore programmes, GoodsNames goods)
{
    /// <summary>Newest first. Refused: list.cursor.</summary>
    public async Task<Outcome<Listed<VersionTold>>> Run(Paging paging, Wording words, Dates dates, CancellationToken ct)
    {
        var found = await read.Run(paging, ct);
        return found.IsRefused
            ? Outcome<Listed<VersionTold>>.Refused(found.Refusals)
            : new Listed<VersionTold>(await Tell(found.Value.Items, words, dates, ct), found.Value.Next);
    }

    /// <summary>Refused: programme.version-unknown (404), also for what is no number.</summary>
    public async Task<Outcome<VersionTold>> One(string version, Wording words, Dates dates, CancellationToken ct)
    {
        var found = long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await read.One(number, ct)
            : null;
        return found is null
            ? Refusal.NotFound("programme.version-unknown", version)
            : (await Tell([found], words, dates, ct))[0];
    }

    private async Task<IReadOnlyList<VersionTold>> Tell(
        IReadOnlyList<VersionMade> versions,
        Wording words,
        Dates dates,
        CancellationToken ct
    )
    {
        var known = (await programmes.Newest(ct)).Known;
        var reader = new AuditReader(words, dates, known);
        await goods.Know(Named(versions, reader), ct);
        return
        [
            .. versions.Select(v => new VersionTold(
                v.Version,
                v.At,
                v.By,
                [.. v.Documents.Select(d => Told(d, reader))]
            )),
        ];
    }

    private static DocumentTold Told(DocumentMove move, AuditReader reader)
    {
        var words = reader.Words;
        var isClub = move.Kind == DocumentKind.Club.Name;
        var thing = isClub
            ? words.Say("تنظیمات باشگاه", "the club's settings")
            : AuditSentence.What($"{move.Kind}/{move.Code}", move.After, words);
        var sentence = (move.Before, isClub) switch
        {
            (null, _) => words.Say($"{thing} ساخته شد.", $"{thing} {(isClub ? "were" : "was")} made."),
            (_, true) => words.Say($"{thing} تغییر کرد.", $"{thing} were changed."),
            _ => words.Say($"{thing} تغییر کرد.", $"{thing} was changed."),
        };
        return new DocumentTold(
            move.Kind,
            move.Code,
            TitleOf(move, words),
            move.Before is null ? DocumentTold.Made : DocumentTold.Changed,
            AuditSentence.First(sentence),
            AuditSentence.Between(move.Before, move.After, reader)
        );
    }

    /// <summary>The club's is its name.</summary>
    private static string TitleOf(DocumentMove move, Wording words)
    {
        var body = DocumentKind.Parse(move.After);
        return body.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.Object
            ? words.Title(new LocalText(Text(title, "fa"), Text(title, "en")))
            : Text(body, "name") ?? move.Code;
    }

    private static string? Text(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var text) ? text.GetString() : null;

    /// <summary>What the conditions and benefits name, so that the titles of goods can be read at once.</summary>
    private static HashSet<(NameKind Kind, string Code)> Named(IReadOnlyList<VersionMade> versions, AuditReader reader)
    {
        var named = new HashSet<(NameKind, string)>();
        var listener = reader with
        {
            Words = reader.Words with
            {
                Names = (kind, code) =>
                {
                    named.Add((kind, code));
                    return null;
                },
            },
        };
        string[] speaking = [DocumentKind.Offer.Name, DocumentKind.EarningRule.Name];
        foreach (var move in versions.SelectMany(v => v.Documents).Where(d => speaking.Contains(d.Kind)))
        {
            AuditSentence.Between(move.Before, move.After, listener);
        }

        return named;
    }
}
