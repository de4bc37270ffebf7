using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Members;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>Reads the body of a sale or a quote; every wrong field is refused at its place.</summary>
public static class PurchaseReader
{
    public const int MostLines = 500;
    private const int MostParts = 20;

    public static Outcome<PurchaseRequest> Read(DocumentReader body)
    {
        var id = body.Id("id");
        var member = Buyer(body);
        var branch = body.Code("branch") ?? "main";
        var till = body.Code("till");
        var cashier = body.Code("cashier");
        var at = body.Instant("at");
        var channel =
            body.Choice<Channel>(
                "channel",
                false,
                ("store", Channel.Store),
                ("online", Channel.Online),
                ("phone", Channel.Phone)
            ) ?? Channel.Store;
        var reference = body.Text("reference", 100);
        var lines = Lines(body);
        var payments = Payments(body);
        var codes = body.Texts("codes", MostParts);
        var spend = Spends(body);
        var picks = Picks(body);
        var expect = Expect(body);
        var taken = Taken(body);
        var byHand = ByHandRequest.Read(body, taken is not null);
        var hold = body.Id("hold");
        var allowances = Allowances(body);
        body.Done();
        if (!body.IsClean)
        {
            return body.Refusals;
        }

        return new PurchaseRequest(
            id,
            member,
            branch,
            till,
            cashier,
            at,
            channel,
            reference,
            lines,
            payments,
            codes,
            spend,
            expect,
            taken
        )
        {
            Hold = hold,
            ByHand = byHand,
            Allowances = allowances,
            Picks = picks,
            SaysPayments = body.Any("payments") is not null,
        };
    }

    /// <summary>
    /// A choice that no offer in force gives is passed over: offers come and go while a till is open.
    /// </summary>
    private static ImmutableArray<OfferPick> Picks(DocumentReader body)
    {
        var picks = ImmutableArray.CreateBuilder<OfferPick>();
        foreach (var pick in body.Each("choices", MostParts))
        {
            picks.Add(
                new OfferPick(pick.Code("offer", required: true) ?? "", pick.Code("product", required: true) ?? "")
            );
            pick.Done();
        }

        return picks.ToImmutable();
    }

    private static BuyerRef? Buyer(DocumentReader body) =>
        body.Below("member") is { } below && MemberRefReader.Read(below) is { } member
            ? new BuyerRef(member.Id, member.Mobile, member.Card)
            : null;

    private static ImmutableArray<LineRequest> Lines(DocumentReader body)
    {
        var lines = ImmutableArray.CreateBuilder<LineRequest>();
        var readers = body.Each("lines", MostLines, required: true, tooMany: "purchase.too-many-lines");
        foreach (var line in readers)
        {
            if (Line(line) is { } read)
            {
                lines.Add(read);
            }
        }

        if (readers.Count == 0 && body.IsClean)
        {
            body.Refuse("purchase.no-lines", "lines");
        }

        return lines.ToImmutable();
    }

    private static LineRequest? Line(DocumentReader line)
    {
        var sku = line.Code("sku");
        var name = line.Text("name");
        var group = line.Code("group");
        var quantity = line.Quantity("quantity", required: true);
        var unitPrice = line.Money("unitPrice", required: true);
        var amount = line.Money("amount");
        var kind =
            line.Choice<LineKind>(
                "kind",
                false,
                ("goods", LineKind.Goods),
                ("shipping", LineKind.Shipping),
                ("tip", LineKind.Tip),
                ("storedValue", LineKind.StoredValue)
            ) ?? LineKind.Goods;
        line.Done();
        if (quantity is not { } much || unitPrice is not { } price)
        {
            return null;
        }

        if (amount is null && (Int128)price.Minor * much.Thousandths / 1000 > Money.Max.Minor)
        {
            line.Refuse("json.range", "unitPrice", 0, Money.Max.Minor);
            return null;
        }

        return new LineRequest(sku, name, group, much, price, amount ?? much.Times(price), kind);
    }

    private static ImmutableArray<Payment> Payments(DocumentReader body)
    {
        var payments = ImmutableArray.CreateBuilder<Payment>();
        foreach (var part in body.Each("payments", MostParts))
        {
            var method = part.Code("method", required: true);
            var amount = part.Money("amount", required: true);
            part.Done();
            if (method is not null && amount is { } money)
            {
                payments.Add(new Payment(method, money));
            }
        }

        return payments.ToImmutable();
    }

    private static ImmutableArray<SpendRequest> Spends(DocumentReader body)
    {
        var spends = ImmutableArray.CreateBuilder<SpendRequest>();
        foreach (var part in body.Each("spend", MostParts))
        {
            var unit = part.Code("unit", required: true);
            var amount = part.Whole("amount", 1, Money.Max.Minor, required: true);
            part.Done();
            if (unit is not null && amount is { } much)
            {
                if (spends.Any(s => s.Unit == unit))
                {
                    part.Refuse("spend.twice", "unit", unit);
                }

                spends.Add(new SpendRequest(unit, much));
            }
        }

        return spends.ToImmutable();
    }

    private static ImmutableArray<AllowanceUse> Allowances(DocumentReader body)
    {
        var uses = ImmutableArray.CreateBuilder<AllowanceUse>();
        foreach (var part in body.Each("allowances", MostParts))
        {
            part.Any("id", required: true);
            var id = part.Id("id");
            var amount = part.Whole("amount", 1, Money.Max.Minor, required: true);
            part.Done();
            if (id is { } which && amount is { } much)
            {
                uses.Add(new AllowanceUse(which, much));
            }
        }

        return uses.ToImmutable();
    }

    private static Money? Expect(DocumentReader body)
    {
        if (body.Below("expect") is not { } below)
        {
            return null;
        }

        var payable = below.Money("payable", required: true);
        below.Done();
        return payable;
    }

    private static TakenRequest? Taken(DocumentReader body)
    {
        if (body.Below("taken") is not { } below)
        {
            return null;
        }

        var discount = below.Money("discount", required: true);
        var payable = below.Money("payable", required: true);
        var offers = below.Texts("offers");
        var version = below.Whole("programmeVersion", 1, long.MaxValue);
        var (noMember, noTime) = (below.YesNo("withoutMember") == true, below.YesNo("withoutTime") == true);
        below.Done();
        return discount is { } taken && payable is { } paid
            ? new TakenRequest(taken, paid, offers, version) { WithoutMember = noMember, WithoutTime = noTime }
            : null;
    }
}
