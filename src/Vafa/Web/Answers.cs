using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>Turns what a use case says into what the API answers.</summary>
public static class Answers
{
    /// <summary>camelCase, Persian readable, fields without a value left out.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The value as JSON with this status, or the problem.</summary>
    public static IResult Of<T>(Outcome<T> outcome, int status = StatusCodes.Status200OK) =>
        outcome.IsRefused ? Refused(outcome.Refusals) : Value(outcome.Value, status);

    /// <summary>The value as the endpoint shows it, or the problem.</summary>
    public static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> show) =>
        outcome.IsRefused ? Refused(outcome.Refusals) : show(outcome.Value);

    public static IResult Value<T>(T value, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(value, Json, "application/json", status);

    public static IResult Refused(IReadOnlyList<Refusal> refusals) => new Problem(refusals);

    public static IResult Refused(Refusal refusal) => new Problem([refusal]);
}
