using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Tests.Tidy;

/// <summary>The arrows of docs/architecture.md: who may know whom.</summary>
public sealed class ArrowTests
{
    /// <summary>Who may use tables that are not its own, and why.</summary>
    private static readonly Dictionary<string, string> MayUseOthersTables = new()
    {
        ["Vafa.Data"] = "makes, migrates and copies all tables",
        ["Vafa.Features.Ledger.Lane"] = "owns every transaction that moves a wallet",
        ["Vafa.Features.Purchases.ReceiptReader"] = "shows the ledger's entries of its own sale, in one read",
        ["Vafa.Features.Purchases.RefundPast"] = "reads the very lots that the sale moved, beside the sale",
        ["Vafa.Features.Import"] = "brings whole histories in, many rows a transaction of the lane",
        ["Vafa.Features.Demo"] = "tells eighteen months in seconds, a day a transaction of the lane",
    };

    /// <summary>Who may speak an engine's own SQL, and why.</summary>
    private static readonly Dictionary<string, string> MaySpeakSql = new()
    {
        ["Vafa.Data"] = "is where the engines differ",
        ["Vafa.Features.Ledger.Lane"] = "is one hand-written batch per engine, measured",
    };

    private static readonly Assembly Product = typeof(AppDb).Assembly;

    private static readonly HashSet<Type> Tables =
    [
        .. typeof(AppDb)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(p => p.PropertyType.GetGenericArguments()[0]),
    ];

    [Fact]
    public void Core_knows_nobody_but_the_platform()
    {
        var known = typeof(Money).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        known.ShouldNotBeEmpty();
        known.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
        SourceFile.Under("src/Vafa.Core/", ".csproj").Single().Text.ShouldNotContain("Reference");
    }

    [Fact]
    public void A_feature_uses_no_other_features_tables()
    {
        Tables.Count.ShouldBeGreaterThan(20);
        Mentions
            .In(Product)
            .Where(m => !Allowed(m.By, MayUseOthersTables))
            .SelectMany(m =>
                TablesOf(m.What).Where(t => !Within(m.By, t.Namespace!)).Select(t => $"{m.By} uses {t.Name}")
            )
            .Distinct()
            .ShouldBeEmpty();
    }

    [Fact]
    public void Ui_and_Web_name_no_features_rows() =>
        Mentions
            .In(Product)
            .Where(m => Within(m.By, "Vafa.Ui") || Within(m.By, "Vafa.Web"))
            .Where(m => Row(m.What) is { } row && !Within(m.By, row.Namespace!))
            .Select(m => $"{m.By} names {Row(m.What)}")
            .Distinct()
            .ShouldBeEmpty();

    [Fact]
    public void Only_Data_and_the_lane_speak_an_engines_own_sql() =>
        Mentions
            .In(Product)
            .Where(m => IsSql(m.What) && !Allowed(m.By, MaySpeakSql))
            .Select(m => $"{m.By} calls {m.What.DeclaringType?.Name}.{m.What.Name}")
            .Distinct()
            .ShouldBeEmpty();

    [Fact]
    public void The_lane_and_Data_are_seen_to_use_tables_and_sql()
    {
        Mentions.In(Product).ShouldContain(m => IsSql(m.What) && Within(m.By, "Vafa.Data"));
        Mentions.In(typeof(ArrowTests).Assembly).ShouldContain(m => TablesOf(m.What).Any());
    }

    [Fact]
    public void Every_interface_has_two_implementations()
    {
        Assembly[] assemblies = [Product, typeof(Money).Assembly];
        var types = assemblies.SelectMany(a => a.GetTypes()).ToList();
        types
            .Where(t => t.IsInterface)
            .Where(i =>
                types.Where(t => t is { IsInterface: false, IsAbstract: false } && Implements(t, i)).Sum(Kinds) == 1
            )
            .Select(i => $"{i} has one implementation; use the class")
            .ShouldBeEmpty();
    }

    /// <summary>A generic class is many.</summary>
    private static int Kinds(Type type) => type.IsGenericTypeDefinition ? 2 : 1;

    private static bool Implements(Type type, Type asked) =>
        type.GetInterfaces().Any(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == asked);

    private static bool Allowed(Type type, Dictionary<string, string> exceptions) =>
        exceptions.Keys.Any(n => Within(type, n));

    private static bool Within(Type type, string place) =>
        type.FullName == place
        || type.Namespace == place
        || type.Namespace?.StartsWith(place + ".", StringComparison.Ordinal) == true;

    /// <summary>
    /// db.Members, db.Set&lt;Member&gt;(). A row that is made and handed to the lane touches no table.
    /// </summary>
    private static IEnumerable<Type> TablesOf(MemberInfo member) =>
        member switch
        {
            MethodInfo { ReturnType: { IsGenericType: true } answer }
                when answer.GetGenericTypeDefinition() == typeof(DbSet<>) => answer
                .GetGenericArguments()
                .Where(Tables.Contains),
            _ => [],
        };

    private static Type? Row(MemberInfo member) =>
        (member as Type ?? member.DeclaringType) is { } type && Tables.Contains(type)
            ? type
            : TablesOf(member).FirstOrDefault();

    private static bool IsSql(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType;
        if (type?.IsAssignableTo(typeof(Exception)) == true)
        {
            return false;
        }

        return type?.Namespace?.StartsWith("Npgsql", StringComparison.Ordinal) == true
            || type?.Namespace == "Microsoft.Data.Sqlite"
            || type?.Namespace == "System.Data.Common"
            || (
                type?.Namespace == "Microsoft.EntityFrameworkCore"
                && (
                    member.Name.StartsWith("ExecuteSql", StringComparison.Ordinal)
                    || member.Name.StartsWith("FromSql", StringComparison.Ordinal)
                    || member.Name.StartsWith("SqlQuery", StringComparison.Ordinal)
                )
            );
    }
}
