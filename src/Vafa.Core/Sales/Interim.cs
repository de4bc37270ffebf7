using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

public static class DecisionRecord
{
    public static string Write(Decision d, Programme p) => "{}";

    public static Decision Read(string t, Programme p) => new();
}

public static class Explain
{
    public static string StatusWord(OfferStatus s) => s.ToString();

    public static string Code(VerdictCode c) => c.ToString();

    public static string Message(OfferVerdict v, Programme p, Wording w) => "";
}
