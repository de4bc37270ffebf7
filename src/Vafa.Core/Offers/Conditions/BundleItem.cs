using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>One part of a bundle: so many whole pieces of some goods.</summary>
public readonly record struct BundleItem(Goods Goods, int Pieces)
{
    private const int MostItems = 10;

    private static readonly Arg Count = Arg.Whole("quantity", "چند عدد", "How many", 1, 1_000) with
    {
        Optional = true,
        Start = "1",
    };

    /// <summary>The argument that holds a bundle's parts.</summary>
    internal static readonly Arg Items = new("items", ArgKind.Items, new("کالاها", "Goods"))
    {
        Min = 2,
        Max = MostItems,
        Each = [.. Goods.NamedArgs, Count],
    };

    public string Sentence(Wording wording)
    {
        var (count, names) = (wording.Number(Pieces), Goods.Names(wording));
        return Pieces == 1 ? names : wording.Say($"{count} عدد {names}", $"{count} {names}");
    }

    internal static void Write(Utf8JsonWriter json, ImmutableArray<BundleItem> items)
    {
        json.WriteStartArray(Items.Name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            item.Goods.Write(json);
            json.WriteNumber(Count.Name, item.Pieces);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Two to ten parts.</summary>
    internal static ImmutableArray<BundleItem> Read(ArgumentReader at)
    {
        if (at.Fields.Any(Items.Name, required: true) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            at.Refuse("json.list", Items.Name);
            return [];
        }

        if (value.GetArrayLength() is < 2 or > MostItems)
        {
            at.Refuse("json.length", Items.Name, 2, MostItems);
            return [];
        }

        var items = ImmutableArray.CreateBuilder<BundleItem>();
        foreach (var part in value.EnumerateArray())
        {
            var below = at.Below(part, $"{Items.Name}/{items.Count}");
            items.Add(new BundleItem(Goods.Read(below, Goods.NamedArgs), (int)(below.Whole(Count) ?? 1)));
            below.Fields.Done();
        }

        return items.ToImmutable();
    }
}
