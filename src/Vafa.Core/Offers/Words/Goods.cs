using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// Which goods a word is about: all of the basket, or those of some product groups, products or brands.
/// </summary>
public readonly record struct Goods(GoodsKind On, ImmutableArray<string> In)
{
    private static readonly (string Word, GoodsKind Value)[] Words =
    [
        ("basket", GoodsKind.Basket),
        ("productGroup", GoodsKind.ProductGroup),
        ("product", GoodsKind.Product),
        ("brand", GoodsKind.Brand),
    ];

    private static readonly ImmutableArray<ArgChoice> Choices =
    [
        new("basket", "همهٔ خرید", "the whole basket"),
        new("productGroup", "گروه‌هایی از کالا", "product groups"),
        new("product", "کالاهایی معین", "given products"),
        new("brand", "چند برند", "brands"),
    ];

    private static readonly (string Word, NameKind Of, string Fa, string En)[] Lists =
    [
        ("productGroup", NameKind.ProductGroup, "گروه‌های کالا", "Product groups"),
        ("product", NameKind.Product, "کد کالاها", "Product codes"),
        ("brand", NameKind.Brand, "برندها", "Brands"),
    ];

    /// <summary>The arguments `on` and `in`, the basket being meant where nothing is said.</summary>
    public static readonly ImmutableArray<Arg> Args = ArgsOf([.. Choices]);

    /// <summary>The same without the basket: some goods must be named.</summary>
    public static readonly ImmutableArray<Arg> NamedArgs = ArgsOf([.. Choices.Skip(1)]);

    /// <summary>The same for what a member bought before, of which no brand is kept.</summary>
    public static readonly ImmutableArray<Arg> PastArgs = ArgsOf([.. Choices.Skip(1).Take(2)]);

    public bool Covers(in BasketLine line) =>
        line.Kind == LineKind.Goods
        && On switch
        {
            GoodsKind.Basket => true,
            GoodsKind.ProductGroup => CodeList.Has(In.AsSpan(), line.Group),
            GoodsKind.Product => CodeList.Has(In.AsSpan(), line.Sku),
            GoodsKind.Brand => CodeList.HasAnyCase(In.AsSpan(), line.Brand),
            _ => false,
        };

    /// <summary>«قهوه یا چای»; nothing for the basket.</summary>
    public string Names(Wording wording) =>
        On switch
        {
            GoodsKind.ProductGroup => Joined.Names(wording, NameKind.ProductGroup, In),
            GoodsKind.Product => Joined.Names(wording, NameKind.Product, In),
            GoodsKind.Brand => Joined.Names(wording, NameKind.Brand, In),
            GoodsKind.Basket => "",
            _ => "",
        };

    /// <summary>Behind what is taken off: « روی قهوه»; nothing for the basket.</summary>
    public string Off(Wording wording) =>
        On == GoodsKind.Basket ? "" : wording.Say($" روی {Names(wording)}", $" {Names(wording)}");

    /// <summary>Behind pieces: « از قهوه».</summary>
    public string Of(Wording wording) =>
        On == GoodsKind.Basket ? "" : wording.Say($" از {Names(wording)}", $" of {Names(wording)}");

    public void Ask(FactsAsked facts)
    {
        if (On == GoodsKind.Brand)
        {
            facts.Brands = true;
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("on", Words[(int)On].Word);
        if (On != GoodsKind.Basket)
        {
            Joined.WriteCodes(json, In);
        }
    }

    /// <summary>
    /// Reads `on` and `in`. Codes without saying of what are refused (offer.in-without-on).
    /// </summary>
    /// <param name="args"><see cref="Args"/>, or one of its narrower kin.</param>
    internal static Goods Read(ArgumentReader at, ImmutableArray<Arg> args)
    {
        var words = Array.FindAll(Words, w => args[0].Choices.Any(c => c.Word == w.Word));
        var on =
            at.Fields.Choice<GoodsKind>("on", required: words[0].Value != GoodsKind.Basket, words) ?? words[0].Value;
        if (on != GoodsKind.Basket)
        {
            return new Goods(on, at.Codes(args.First(a => a.Only?.Words.Contains(Words[(int)on].Word) == true)));
        }

        if (at.Fields.Any("in") is not null)
        {
            at.Refuse("offer.in-without-on", "in");
        }

        return new Goods(on, []);
    }

    private static ImmutableArray<Arg> ArgsOf(ImmutableArray<ArgChoice> choices)
    {
        var usual = choices[0].Word == "basket";
        var args = ImmutableArray.CreateBuilder<Arg>();
        args.Add(Arg.Choice("on", "روی", "Of", choices) with { Optional = usual });
        foreach (var (word, of, fa, en) in Lists)
        {
            if (choices.Any(c => c.Word == word))
            {
                args.Add(Arg.Codes(fa, en, of).If("on", word));
            }
        }

        return args.ToImmutable();
    }
}

/// <summary>Which goods.</summary>
public enum GoodsKind
{
    Basket,
    ProductGroup,
    Product,
    Brand,
}
