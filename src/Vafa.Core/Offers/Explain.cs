using Vafa.Core.Offers.Conditions;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>Turns the numbers of a decision into sentences, in the reader's language, when it is read.</summary>
public static class Explain
{
    /// <summary>
    /// Explains every offer of a decision; the programme must be that of its version. Titles of groups, products and
    /// branches come from <see cref="Wording.Names"/>, those of units and offers from the programme.
    /// </summary>
    public static Explained Of(Decision decision, Programme programme, Wording wording)
    {
        var said = Naming(programme, wording);
        var applied = new List<AppliedOffer>();
        var not = new List<OfferNotApplied>();
        foreach (var verdict in decision.Offers)
        {
            var offer = programme.Offers[verdict.Offer];
            if (verdict.Status != OfferStatus.Applied)
            {
                not.Add(NotApplied(verdict, programme, said));
                continue;
            }

            var given = decision.Given.Where(g => g.Offer == verdict.Offer).OrderBy(g => g.Effect).ToList();
            if (given.Count == 0)
            {
                // Wallet money may have paid all that a percentage would have come from.
                given.Add(new EffectValue(verdict.Offer, 0, Money.Zero));
            }

            var passed = verdict.Code == VerdictCode.None ? null : Why(verdict, programme, said);
            foreach (var (_, effect, value) in given)
            {
                var word = offer.Give[effect];
                applied.Add(
                    new AppliedOffer(offer.Code, offer.Title, word.Word, word.Sentence(said), value)
                    {
                        Passed = passed is null ? null : CodeOf(verdict.Code),
                        PassedMessage = passed,
                        EffectIndex = effect,
                        IsReward = word.IsReward,
                        KeptBack = verdict.Code == VerdictCode.None ? new Money(verdict.Missing) : Money.Zero,
                    }
                );
            }
        }

        return new Explained(applied, not);
    }

    /// <summary>The stable code of a reason: "offer.beaten"; empty for an applied offer.</summary>
    public static string CodeOf(VerdictCode code) =>
        code switch
        {
            VerdictCode.None => "",
            VerdictCode.Beaten => "offer.beaten",
            VerdictCode.Excluded => "offer.excluded",
            VerdictCode.GivesNothing => "offer.gives-nothing",
            VerdictCode.Condition => "offer.condition",
            VerdictCode.MembersOnly => "offer.members-only",
            VerdictCode.Uses => "offer.uses",
            VerdictCode.Budget => "offer.budget",
            VerdictCode.MemberLimit => "offer.member-limit",
            VerdictCode.Holdout => "offer.held-out",
            VerdictCode.NotTaken => "offer.not-taken",
            VerdictCode.NotReached => "offer.not-reached",
            VerdictCode.Margin => "offer.margin",
            VerdictCode.PeriodLimit => "offer.period-limit",
            VerdictCode.BranchLimit => "offer.branch-limit",
            VerdictCode.ProductGone => "offer.product-gone",
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };

    /// <summary>The word of a status in the receipt: "notChosen".</summary>
    public static string WordOf(OfferStatus status) =>
        status switch
        {
            OfferStatus.Applied => "applied",
            OfferStatus.NotChosen => "notChosen",
            OfferStatus.NotEligible => "notEligible",
            OfferStatus.UsedUp => "usedUp",
            OfferStatus.HeldOut => "heldOut",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    private static OfferNotApplied NotApplied(in OfferVerdict verdict, Programme programme, Wording wording)
    {
        var offer = programme.Offers[verdict.Offer];
        var failed = verdict.Code == VerdictCode.Condition ? offer.When?.At(verdict.Node) : null;
        var measure =
            verdict.Code == VerdictCode.NotReached ? Measure.Quantity
            : verdict.Missing != 0 && failed is not null ? failed.MeasureOf(verdict.Missing)
            : Measure.None;
        return new OfferNotApplied(
            offer.Code,
            offer.Title,
            WordOf(verdict.Status),
            CodeOf(verdict.Code),
            Why(verdict, programme, wording)
        )
        {
            Missing = measure == Measure.None ? null : Math.Abs(verdict.Missing),
            Measure = measure,
            Distance =
                measure == Measure.None ? null
                : failed is null ? Pieces.More(verdict.Missing, wording)
                : failed.Distance(verdict.Missing, wording),
            By = verdict.By < 0 ? null : programme.Offers[verdict.By].Code,
            Value = verdict.Value,
            BeatenBy = verdict.BeatenBy,
        };
    }

    private static string Why(in OfferVerdict verdict, Programme programme, Wording wording)
    {
        var offer = programme.Offers[verdict.Offer];
        return verdict.Code switch
        {
            VerdictCode.Beaten => Beaten(verdict, programme, wording),
            VerdictCode.Excluded => wording.Say(
                $"با «{NameOfBy(verdict, programme, wording)}» جمع نمی‌شود. {Beaten(verdict, programme, wording)}",
                $"Does not go with “{NameOfBy(verdict, programme, wording)}”. {Beaten(verdict, programme, wording)}"
            ),
            VerdictCode.GivesNothing => wording.Say(
                "شرایط را دارد، ولی در این خرید چیزی نمی‌افزاید.",
                "Its conditions are met, but it adds nothing to this sale."
            ),
            VerdictCode.Condition => Unmet(verdict, offer, wording),
            VerdictCode.MembersOnly => wording.Say("فقط برای اعضای باشگاه است.", "For members only."),
            VerdictCode.Uses => wording.Say("ظرفیت آن تمام شده است.", "All its uses are gone."),
            VerdictCode.Budget => wording.Say(
                "از بودجهٔ آن به اندازهٔ این خرید نمانده است.",
                "Less is left of its budget than this sale would take."
            ),
            VerdictCode.MemberLimit => Had(offer, wording),
            VerdictCode.Holdout => wording.Say(
                "برای سنجش اثر پیشنهاد، به این عضو داده نمی‌شود.",
                "Held back from this member, to measure what the offer does."
            ),
            VerdictCode.NotTaken => wording.Say(
                "فروش جای دیگری و بدون این پیشنهاد انجام شده است.",
                "The sale was concluded elsewhere without it."
            ),
            VerdictCode.NotReached => NotReached(verdict, offer, wording),
            VerdictCode.Margin => wording.Say(
                "سود فروش این کالاها جای تخفیف نمی‌گذارد.",
                "The margin on these goods leaves no room for a discount."
            ),
            VerdictCode.PeriodLimit => SpanGone(offer, wording),
            VerdictCode.BranchLimit => wording.Say(
                "سهم این شعبه از آن تمام شده است.",
                "This branch has given its share."
            ),
            VerdictCode.ProductGone => wording.Say(
                "کالایی که می‌دهد دیگر در فهرست کالاها نیست.",
                "The product it gives is no longer on the list."
            ),
            VerdictCode.None => "",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
        };
    }

    private static string Beaten(in OfferVerdict verdict, Programme programme, Wording wording)
    {
        var name = NameOfBy(verdict, programme, wording);
        var money = wording.Money(verdict.BeatenBy);
        return verdict.BeatenBy.Minor > 0
            ? wording.Say($"«{name}» به‌جای آن {money} بیشتر ارزش دارد.", $"“{name}” is worth {money} more instead.")
            : wording.Say($"«{name}» همان‌قدر ارزش دارد و مقدم است.", $"“{name}” is worth the same and goes first.");
    }

    private static string Unmet(in OfferVerdict verdict, Offer offer, Wording wording)
    {
        if (offer.When?.At(verdict.Node) is not { } failed)
        {
            return wording.Say("شرط آن برقرار نیست.", "Its condition is not met.");
        }

        var sentence = failed.Sentence(wording);
        return verdict.Missing != 0 && failed.Distance(verdict.Missing, wording) is { } distance
            ? wording.Say($"{distance} مانده است. شرط: {sentence}.", $"{distance} to go. It needs: {sentence}.")
            : wording.Say($"شرط برقرار نیست: {sentence}.", $"Not met: {sentence}.");
    }

    private static string SpanGone(Offer offer, Wording wording) =>
        offer.Limits.PerPeriod?.Every switch
        {
            Period.Day => wording.Say("سهم امروز آن تمام شده است.", "Today’s share of it is gone."),
            Period.Week => wording.Say("سهم این هفتهٔ آن تمام شده است.", "This week’s share of it is gone."),
            Period.Month => wording.Say("سهم این ماه آن تمام شده است.", "This month’s share of it is gone."),
            Period.Year => wording.Say("سهم امسال آن تمام شده است.", "This year’s share of it is gone."),
            _ => wording.Say("سهم آن تمام شده است.", "Its share is gone."),
        };

    private static string NotReached(in OfferVerdict verdict, Offer offer, Wording wording)
    {
        var more = Pieces.More(verdict.Missing, wording);
        var gives = offer.Give[verdict.Node].Sentence(wording);
        return wording.Say($"{more} مانده است تا: {gives}.", $"{more} to go until: {gives}.");
    }

    private static string Had(Offer offer, Wording wording)
    {
        if (offer.Limits.PerMember is not { } limit)
        {
            return wording.Say("سهم این عضو تمام شده است.", "This member has had it.");
        }

        var times = wording.Number(limit.Uses);
        var (fa, en) = limit.Every switch
        {
            Period.Ever => ("", ""),
            Period.Day => (" در روز", " a day"),
            Period.Week => (" در هفته", " a week"),
            Period.Month => (" در ماه", " a month"),
            Period.Year => (" در سال", " a year"),
            _ => ("", ""),
        };
        return wording.Say(
            $"هر عضو {times} بار{fa} از آن بهره می‌برد و سهم این عضو تمام شده است.",
            $"A member may have it {times} times{en}, and this one has."
        );
    }

    private static string NameOfBy(in OfferVerdict verdict, Programme programme, Wording wording) =>
        verdict.By < 0
            ? wording.Say("انتخاب دیگر", "the choice")
            : wording.Inside(programme.Offers[verdict.By].Title.In(wording.Persian));

    /// <summary>A wording that knows the programme's units, too.</summary>
    internal static Wording Naming(Programme programme, Wording wording) =>
        wording with
        {
            Names = (kind, code) =>
                wording.Names?.Invoke(kind, code) ?? (kind == NameKind.Unit ? programme.UnitOf(code)?.Title : null),
        };
}

/// <summary>A decision in sentences.</summary>
public sealed record Explained(IReadOnlyList<AppliedOffer> Applied, IReadOnlyList<OfferNotApplied> NotApplied);

/// <summary>One effect of an applied offer.</summary>
/// <param name="Effect">The word: "discountPercent".</param>
/// <param name="Sentence">«۱۰٪ تخفیف».</param>
/// <param name="Value">What it gave, in money, rounded down.</param>
public sealed record AppliedOffer(string Offer, LocalText Title, string Effect, string Sentence, Money Value)
{
    /// <summary>Of a sale concluded elsewhere: the code of the limit or condition that was passed.</summary>
    public string? Passed { get; init; }

    public string? PassedMessage { get; init; }

    /// <summary>Staff give it, and it is no money.</summary>
    public bool IsReward { get; init; }

    /// <summary>Index in the offer's <c>give</c>.</summary>
    public int EffectIndex { get; init; }

    /// <summary>What the margin guard kept the whole offer from giving.</summary>
    public Money KeptBack { get; init; }
}

/// <summary>Why an offer did not apply.</summary>
/// <param name="Status">notChosen, notEligible, usedUp or heldOut.</param>
/// <param name="Code">"offer.beaten" …</param>
public sealed record OfferNotApplied(string Offer, LocalText Title, string Status, string Code, string Message)
{
    /// <summary>
    /// How far the failing condition is from being met, in its <see cref="Measure"/>; null without one.
    /// </summary>
    public long? Missing { get; init; }

    public Measure Measure { get; init; }

    /// <summary>The distance in words: «۸۰٬۰۰۰ تومان دیگر».</summary>
    public string? Distance { get; init; }

    /// <summary>Code of the offer that beat it.</summary>
    public string? By { get; init; }

    /// <summary>What it would have given alone; 0 when it was not earned.</summary>
    public Money Value { get; init; }

    /// <summary>By how much the choice is better.</summary>
    public Money BeatenBy { get; init; }
}
