using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Staff;

namespace Vafa.Features.Joining;

/// <summary>What somebody typed to join.</summary>
/// <param name="Sms">He ticked that he may be written to; not ticked says nothing.</param>
internal sealed record JoinForm(string? Mobile, string? FirstName, string? BirthDate, bool Sms);

/// <param name="Link">The link he followed, still good.</param>
internal sealed record AskToJoinRequest(JoinForm Form, JoinLink Link, IPAddress Address);

/// <summary>
/// Takes a request to join. Nothing here looks whether he is a member already: the answer is the same, after the same
/// work, whoever asks about whomever. Refused: what is wrong with a field, join.too-many.
/// </summary>
internal sealed class AskToJoin(
    AppDb db,
    TimeProvider clock,
    CountTries count,
    MembersApi.ReadProfile readProfile,
    JoinCall call
)
{
    /// <summary>In a quarter of an hour; a shop’s guests share the address of its network.</summary>
    public const int MostOfAddress = 30;

    public const int MostOfTill = 60;

    /// <summary>In all.</summary>
    public const int Most = 600;

    public async Task<Outcome<Guid>> Run(AskToJoinRequest request, CancellationToken ct)
    {
        var profile = ProfileOf(request.Form);
        var read = readProfile.Run(JsonSerializer.SerializeToElement(profile), await readProfile.Club(ct));
        if (read.IsRefused)
        {
            return Outcome<Guid>.Refused(read.Refusals);
        }

        if (await TooMany(request, ct) is { } tooMany)
        {
            return tooMany;
        }

        var now = clock.GetUtcNow();
        var asked = new JoinRequest
        {
            Id = Guid.CreateVersion7(now),
            Profile = profile.ToJsonString(),
            Till = request.Link.Till,
            At = now,
        };
        await db.Write(
            _ =>
            {
                db.JoinRequests.Add(asked);
                return Task.FromResult(true);
            },
            ct
        );
        call.Ring();
        return asked.Id;
    }

    /// <summary>As the API has it; what was left empty is not spoken of.</summary>
    private static JsonObject ProfileOf(JoinForm form)
    {
        var profile = new JsonObject { ["mobile"] = form.Mobile ?? "" };
        foreach (var (name, value) in new[] { ("firstName", form.FirstName), ("birthDate", form.BirthDate) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                profile[name] = value.Trim();
            }
        }

        if (form.Sms)
        {
            profile["consent"] = new JsonObject { ["sms"] = true };
        }

        return profile;
    }

    private async Task<Refusal?> TooMany(AskToJoinRequest request, CancellationToken ct)
    {
        (string Key, int Most)[] counts =
        [
            ("join from " + CountTries.KeyOf(request.Address), MostOfAddress),
            ("join at " + (request.Link.Till ?? JoinLinks.Poster), MostOfTill),
            ("join", Most),
        ];
        foreach (var (key, most) in counts)
        {
            var (tries, ends) = await count.Run(key, ct);
            if (tries > most)
            {
                return new Refusal("join.too-many", "", Math.Max(1, (ends - clock.GetUtcNow()).Minutes + 1));
            }
        }

        return null;
    }
}
