namespace Vafa.Data.Migrations;

/// <summary>
/// Fills <c>member_product</c> from the sales and refunds that are older than it, in words both engines know.
/// </summary>
internal static class BoughtGoodsOfBefore
{
    public const string Sql = """
        insert into member_product (member_id, sku, product_group, quantity, last_day)
        select l.member_id, coalesce(l.sku, ''), coalesce(l.product_group, ''),
            sum(l.quantity - coalesce(b.quantity, 0)), max(p.day)
        from purchase_line l
        join purchase p on p.member_id = l.member_id and p.id = l.purchase_id
        left join (
            select member_id, purchase_id, no, sum(quantity) as quantity
            from refund_line group by member_id, purchase_id, no
        ) b on b.member_id = l.member_id and b.purchase_id = l.purchase_id and b.no = l.no
        where l.kind = 0 and l.quantity <> 0 and not p.is_guest
            and (l.sku is not null or l.product_group is not null)
        group by l.member_id, coalesce(l.sku, ''), coalesce(l.product_group, '')
        """;
}
