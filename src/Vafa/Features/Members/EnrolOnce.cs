using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members;

/// <summary>
/// A call by which somebody joins, done once for its key. What comes after joining is done when he is kept; where the
/// call broke off before, the same call does it.
/// </summary>
internal sealed class EnrolOnce(Enrol enrol, MembersApi.ReadProfile profiles, MembersApi.AfterChange after)
{
    /// <param name="show">The answer, of whoever joined.</param>
    public async Task<IResult> Run<T>(
        HttpContext context,
        JsonElement json,
        Func<Guid, ClubVersion, CancellationToken, Task<T>> show
    )
    {
        // Before the transaction, which must not wait for a second connection.
        var club = await profiles.Club(context.RequestAborted);
        var made = (Guid?)null;
        var answer = await after.Idempotency.Once(
            context,
            StatusCodes.Status201Created,
            async inside =>
            {
                var profile = profiles.Run(json, club);
                if (profile.IsRefused)
                {
                    return Outcome<T>.Refused(profile.Refusals);
                }

                var joined = await enrol.Run(new EnrolRequest(profile.Value, club, context.Actor()), inside);
                if (joined.IsRefused)
                {
                    return Outcome<T>.Refused(joined.Refusals);
                }

                made = joined.Value;
                return await show(joined.Value, club, inside);
            },
            context.RequestAborted
        );
        if ((made ?? Kept(answer)) is { } member)
        {
            await after.Complete.Run(member, CancellationToken.None);
        }

        return answer;
    }

    /// <summary>Whom the kept answer of the same call made.</summary>
    private static Guid? Kept(IResult answer) =>
        answer is ContentHttpResult { StatusCode: StatusCodes.Status201Created, ResponseContent: { Length: > 0 } text }
            ? JsonNode.Parse(text)?["id"]?.GetValue<Guid>()
            : null;
}
