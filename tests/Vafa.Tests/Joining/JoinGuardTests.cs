using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Joining;
using Vafa.Features.Staff;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Joining;

/// <summary>The public page gives nothing away, is not flooded, and opens to nobody without a link of ours.</summary>
public sealed class JoinGuardTests
{
    [Theory, BothDatabases]
    public async Task Nobody_learns_from_the_answer_or_its_work_who_is_a_member(Engine engine)
    {
        var asked = new Asked();
        await using var club = await TestClub.Start(
            engine,
            builder =>
            {
                builder.Services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(asked));
                builder.Services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(asked));
            }
        );
        await club.Join("09121234567");
        using var phone = new Phone(club);
        var link = (await club.JoinLink())!;
        await phone.Join(link, ("mobile", "09350000000"));
        var (member, stranger) = (await Ask("09121234567"), await Ask("09359999999"));
        member.Shown.ShouldBe(stranger.Shown);
        member.Shown.To.ShouldBe("/join");
        member.Commands.ShouldBe(stranger.Commands, "the same work, in the same order");
        member.Commands.ShouldContain(c => c.Contains("join_request", StringComparison.Ordinal));
        member.Commands.ShouldNotContain(c => c.Contains("member", StringComparison.Ordinal));

        async Task<(Shown Shown, List<string> Commands)> Ask(string mobile)
        {
            // What was asked before is settled first, so that it is not counted here.
            await club.EnrolWhoAsked();
            var page = await phone.Open(link);
            asked.Commands.Clear();
            var shown = await phone.Join(link, ("mobile", mobile), ("firstName", "Sam"));
            return (shown, [.. asked.Commands]);
        }
    }

    [Theory, BothDatabases]
    public async Task A_link_that_is_changed_made_up_or_over_opens_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var phone = new Phone(club);
        var link = (await club.JoinLink())!;
        var token = link["/join/".Length..];
        var parts = token.Split('.');
        var later = parts[0][..1] + (long.Parse(parts[0].AsSpan(1)) + 100_000);
        string[] forged =
        [
            $"{later}.{parts[1]}.{parts[2]}",
            $"p{parts[0][1..]}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.dDI.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}",
            $"{parts[0]}.{parts[1]}.",
            "x",
            new string('a', 3000),
            "%2e%2e%2fmembers",
            "۱۲۳.۴.۵",
        ];
        foreach (var one in forged)
        {
            (await phone.Open("/join/" + one)).Status.ShouldBeOneOf(404, 410, 414);
            var posted = await phone.Post("/join/" + one, ("mobile", "09121234567"));
            posted.Status.ShouldBeOneOf(404, 410, 414);
            posted.Text.ShouldNotContain("name=\"mobile\"");
        }

        foreach (var (place, lives) in new[] { (JoinPlace.Screen, 40 * 60), (JoinPlace.Receipt, 92 * 86_400) })
        {
            var old = (await club.JoinLink(place))!;
            (await phone.Open(old)).Status.ShouldBe(200);
            club.Clock.Advance(TimeSpan.FromSeconds(lives));
            (await phone.Open(old)).Status.ShouldBe(410);
        }

        (await club.Ask(db => db.JoinRequests.CountAsync())).ShouldBe(0);
        club.Log.Lines.ShouldNotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_form_that_was_not_our_page_or_is_too_long_asks_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var phone = new Phone(club);
        var link = (await club.JoinLink())!;
        var forged = await phone.Post(link, ("mobile", "09121234567"));
        forged.To.ShouldBeNull();
        forged.Text.ShouldContain("name=\"mobile\"", Case.Sensitive, "he gets the form again");
        (await phone.Post(link, ("mobile", new string('9', 20_000)))).Status.ShouldBeGreaterThanOrEqualTo(400);
        (await club.Ask(db => db.JoinRequests.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Asking_is_limited_by_address_over_all_nodes_and_counts_members_alike(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.StartNode();
        await club.Join("09121234567");
        using var phone = new Phone(club);
        var link = (await club.JoinLink(JoinPlace.Poster, null))!;
        for (var i = 0; i < AskToJoin.MostOfAddress; i++)
        {
            var mobile = i % 2 == 0 ? "09121234567" : $"093500000{i:D2}";
            (await phone.Join(link, ("mobile", mobile))).To.ShouldBe("/join");
        }

        foreach (var mobile in (string[])["09121234567", "09351111111"])
        {
            var stopped = await phone.Join(link, ("mobile", mobile));
            stopped.Status.ShouldBe(429);
            stopped.Text.ShouldContain($"value=\"{mobile}\"");
        }

        // The count is in the database: whichever node is asked.
        (
            await club.Ask(db => db.SignInTries.Where(t => t.Key == "join from 127.0.0.1").SumAsync(t => t.Tries))
        ).ShouldBeGreaterThan(AskToJoin.MostOfAddress);
        (await club.Ask(db => db.SignInTries.Where(t => t.Key == "join").SumAsync(t => t.Tries))).ShouldBe(
            AskToJoin.MostOfAddress,
            "what one count refused is not counted in the next"
        );
        club.Clock.Advance(CountTries.Window);
        (await phone.Join(link, ("mobile", "09351111111"))).To.ShouldBe("/join");
    }

    [Theory, BothDatabases]
    public async Task Many_addresses_together_are_limited_at_one_till_and_in_all(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var codes = new List<string>();
        for (var i = 0; i <= AskToJoin.Most; i++)
        {
            var link = new JoinLink(JoinPlace.Receipt, "t" + (i / AskToJoin.MostOfTill), club.Clock.Now);
            codes.Add(await Ask(link, i));
        }

        codes[..^1].ShouldAllBe(c => c == "");
        codes[^1].ShouldBe("join.too-many");
        club.Clock.Advance(CountTries.Window);
        var one = new JoinLink(JoinPlace.Receipt, "t1", club.Clock.Now);
        for (var i = 0; i < AskToJoin.MostOfTill; i++)
        {
            (await Ask(one, i)).ShouldBe("");
        }

        (await Ask(one, 9_999)).ShouldBe("join.too-many");
        (await Ask(one with { Till = "t2" }, 9_999)).ShouldBe("");

        async Task<string> Ask(JoinLink link, int i)
        {
            await using var scope = club.Services.CreateAsyncScope();
            var ask = scope.ServiceProvider.GetRequiredService<AskToJoin>();
            var address = new System.Net.IPAddress([10, 0, (byte)(i / 250), (byte)(i % 250)]);
            var form = new JoinForm($"0935{i:D7}", null, null, Sms: false);
            var asked = await ask.Run(new AskToJoinRequest(form, link, address), CancellationToken.None);
            return asked.IsRefused ? asked.Refusals[0].Code : "";
        }
    }

    [Theory]
    [InlineData("/join")]
    [InlineData("link")]
    public async Task The_page_holds_no_script_of_its_own_and_no_style(string path)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var phone = new Phone(club);
        var page = await phone.Open(path == "link" ? (await club.JoinLink())! : path);
        page.Status.ShouldBe(200);
        page.Headers.ShouldContain("Content-Security-Policy: default-src 'self'");
        page.Headers.ShouldNotContain("unsafe");
        page.Text.ShouldNotContain("style=");
        page.Text.ShouldNotContain("onclick");
        System
            .Text.RegularExpressions.Regex.Matches(page.Text, "<script[^>]*>")
            .Select(m => m.Value)
            .ShouldAllBe(s => s.Contains("src=", StringComparison.Ordinal));
    }

    /// <summary>What EF asks of the database, in order.</summary>
    private sealed class Asked : DbCommandInterceptor
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Enqueue(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
