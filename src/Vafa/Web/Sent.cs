using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>What was sent with a call: read and checked as a whole before anything is done.</summary>
internal static class Sent
{
    /// <summary>Reads the fields of the body; nothing is done where one of them is wrong.</summary>
    /// <param name="read">What they say; it has closed its reader, so that a field nobody knows is refused.</param>
    public static async Task<IResult> Read<T>(
        HttpContext context,
        Func<DocumentReader, Outcome<T>> read,
        Func<T, CancellationToken, Task<IResult>> go
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var said = read(body.Reader());
        return said.IsRefused ? Answers.Refused(said.Refusals) : await go(said.Value, ct);
    }

    /// <summary>The same of a call that is done once for its key.</summary>
    public static async Task<IResult> Once<T>(
        HttpContext context,
        Func<DocumentReader, Outcome<T>> read,
        Func<T, IdempotencyKey, CancellationToken, Task<IResult>> go
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var key = IdempotencyKey.Read(context);
        if (key.IsRefused)
        {
            return Answers.Refused(key.Refusals);
        }

        var said = read(body.Reader());
        return said.IsRefused ? Answers.Refused(said.Refusals) : await go(said.Value, key.Value, ct);
    }

    /// <summary>What the fields said, if all of them could be read.</summary>
    public static Outcome<T> Done<T>(this DocumentReader fields, Func<T> said)
    {
        fields.Done();
        return fields.IsClean ? said() : fields.Refusals;
    }
}
