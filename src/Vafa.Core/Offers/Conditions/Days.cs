namespace Vafa.Core.Offers.Conditions;

/// <summary>The days around a day that comes back.</summary>
internal static class Days
{
    public static readonly Arg Before = Arg.Whole("daysBefore", "از چند روز پیش", "From days before", 0, 180) with
    {
        Optional = true,
        Start = "3",
    };

    public static readonly Arg After = Arg.Whole("daysAfter", "تا چند روز پس از آن", "To days after", 0, 180) with
    {
        Optional = true,
        Start = "3",
    };
}
