using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Purchases;

/// <summary>Reads the body of a refund.</summary>
internal static class RefundReader
{
    public static Outcome<RefundCall> Read(Guid purchase, DocumentReader body)
    {
        var reason = body.Text("reason", 500, required: true);
        var lines = body.Has("lines") && body.Any("lines") is not null ? Lines(body) : null;
        body.Done();
        return body.IsClean ? new RefundCall(purchase, lines, reason!) : body.Refusals;
    }

    private static List<RefundRequest> Lines(DocumentReader body)
    {
        var lines = new List<RefundRequest>();
        foreach (var part in body.Each("lines", PurchaseReader.MostLines, tooMany: "purchase.too-many-lines"))
        {
            var line = part.Whole("line", 1, int.MaxValue, required: true);
            var quantity = part.Quantity("quantity", required: true);
            part.Done();
            if (line is { } no && quantity is { } much)
            {
                lines.Add(new RefundRequest((int)no, much));
            }
        }

        return lines;
    }
}
