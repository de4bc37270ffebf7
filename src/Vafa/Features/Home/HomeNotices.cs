using Vafa.Core.Values;
using Vafa.Features.Ledger.Approval;
using Vafa.Features.Liability;
using Vafa.Features.Messages;
using Vafa.Features.Night;
using Vafa.Features.Offers;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Approval;
using Vafa.Features.Purchases;
using Vafa.Features.Register;

namespace Vafa.Features.Home;

/// <summary>What needs a person, in the order of how soon.</summary>
internal sealed class HomeNotices(
    CountWaiting waiting,
    ReadOfferUses uses,
    ReadProposals proposals,
    ReadAdjustmentProposals adjustments,
    GoneFromOffers goneFromOffers,
    NightNotices nights,
    RegisterNotices registers,
    ReadPlanUse plans
)
{
    private const int ApartDays = 7;

    public async Task<IReadOnlyList<Notice>> Run(
        RecentDays days,
        ClubVersion club,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var notices = new List<Notice>(await nights.Run(club, now, ct));
        notices.AddRange(await registers.Run(ct));
        foreach (var proposal in await proposals.All(ct))
        {
            notices.Add(
                new Notice(NoticeKinds.OfferWaiting)
                {
                    Offer = proposal.Code,
                    Title = club.Titles.GetValueOrDefault((NameKind.Offer, proposal.Code)),
                    At = proposal.At,
                }
            );
        }

        if (await adjustments.Run(null, ct) is [var oldest, ..] and var asked)
        {
            notices.Add(new Notice(NoticeKinds.AdjustmentsWaiting) { Count = asked.Count, At = oldest.At });
        }

        var limited = club.Programme.Offers.Where(o => o.Limits.CountsInAll).Select(o => o.Code).ToList();
        var used = limited.Count == 0 ? [] : await uses.Run(limited, ct);
        foreach (var offer in club.Programme.Offers)
        {
            var counter = used.GetValueOrDefault(offer.Code);
            notices.AddRange(OfferNotices.Of(offer, counter?.Uses ?? 0, counter?.Given ?? 0, now));
        }

        notices.AddRange((await goneFromOffers.Of(club.Programme.Offers, ct)).Select(OfferNotices.Of));
        var today = club.Time.DayOf(now);
        notices.AddRange((await plans.Run(club, today, ct)).SelectMany(PlanNotices.Of));
        var apart = days.Within(today.AddDays(1 - ApartDays), today).Sum(r => r.Apart);
        if (apart > 0)
        {
            notices.Add(new Notice(NoticeKinds.SalesApart) { Count = apart });
        }

        notices.AddRange(days.DaysWithoutSales(today));

        // Nothing that sends can be set up yet, so whatever waits stays.
        var messages = await waiting.Run(ct);
        if (messages > 0)
        {
            notices.Add(new Notice(NoticeKinds.MessagesWaiting) { Count = messages, Of = CountWaiting.Most });
        }

        return notices;
    }
}
