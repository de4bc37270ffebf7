using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;
using Vafa.Tests.Members;
using Vafa.Tests.Purchases;
using Vafa.Ui;

namespace Vafa.Tests.Lists;

/// <summary>The language in which members are asked for: what each word finds, refuses and says.</summary>
public sealed class MemberFilterTests
{
    private static readonly (string Query, string Code, string Pointer)[] Bad =
    [
        ("group=platinum", "member.group-unknown", "/group"),
        ("lastVisit=soon", "json.choice", "/lastVisit"),
        ("lastVisit=between:9..3", "filter.range", "/lastVisit"),
        ("lastVisit=between:3", "filter.range", "/lastVisit"),
        ("lastVisit=between:0..3", "filter.days", "/lastVisit"),
        ("lastVisit=within:0", "filter.days", "/lastVisit"),
        ("lastVisit=before:many", "filter.days", "/lastVisit"),
        ("visits=x", "filter.range", "/visits"),
        ("visits=10..5", "filter.range", "/visits"),
        ("spent=-1", "filter.range", "/spent"),
        ("joined=2026-13-01..", "filter.dates", "/joined"),
        ("joined=1405/02/01..1405/01/01", "filter.dates", "/joined"),
        ("wallet=gold:1", "statement.unit-unknown", "/wallet"),
        ("wallet=credit:0", "filter.amount", "/wallet"),
        ("field.shoe=42", "member.field-unknown", "/field.shoe"),
        ("field.children=many", "field.number", "/field.children"),
        ("has=fax", "json.choice", "/has"),
        ("name=sara", "json.choice", "/name"),
        ("sort=-name", "filter.sort", "/sort"),
        ("sort=spent&cursor=WyItam9pbmVkIiwiMCIsIjAiLCJ4Il0", "list.cursor", "/cursor"),
    ];

    [Theory, BothDatabases]
    public async Task Every_word_finds_those_it_means_alone_and_together(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var old = await Shop.Join(club, "09120000001", """, "firstName": "سارا", "groups": ["silver"]""");
        await club.Sell(SaleBody.Of(old, LineBody.One(3_000)));
        club.Clock.Advance(TimeSpan.FromDays(40));
        var busy = await Shop.Join(
            club,
            "09120000002",
            """, "lastName": "کاظمی", "email": "a@b.ir", "fields": {"children": 3}, "consent": {"sms": true}"""
        );
        await club.Sell(SaleBody.Of(busy, LineBody.One(10_000)));
        await club.Sell(SaleBody.Of(busy, LineBody.One(20_000)));
        await club.Give(busy, "credit", 500);
        club.Clock.Advance(TimeSpan.FromDays(1));
        var fresh = await Shop.Join(club, "09120000003");
        (string Query, List<Guid> Found)[] expected =
        [
            ("", [fresh, busy, old]),
            ("q=سار", [old]),
            ("group=silver", [old]),
            ("lastVisit=within:2", [busy]),
            ("lastVisit=within:1", []),
            ("lastVisit=before:30", [old]),
            ("lastVisit=before&lastVisit=40", [old]),
            ("lastVisit=before:41", []),
            ("lastVisit=between:41..41", [old]),
            ("lastVisit=between:42..50", []),
            ("lastVisit=never", [fresh]),
            ("visits=2", [busy]),
            ("visits=..1", [fresh, old]),
            ("visits=1..1", [old]),
            ("visits=۱&visits=۲", [busy, old]),
            ("visits=&visits=", [fresh, busy, old]),
            ("spent=3,001..", [busy]),
            ("spent=1..30000", [busy, old]),
            ("joined=within:2", [fresh, busy]),
            ("joined=within:1", [fresh]),
            ("joined=..1405/01/31", [old]),
            ("joined=2026-05-01&joined=", [fresh, busy]),
            ("wallet=credit:500", [busy]),
            ("wallet=credit:501", []),
            ("field.children=3", [busy]),
            ("field.children=3&field.children=4", [busy]),
            ("field.children=4", []),
            ("has=email&has=smsConsent", [busy]),
            ("has=emailConsent", []),
            ("name=missing", [fresh]),
            ("group=silver&lastVisit=never", []),
            ("q=کاظ&visits=2..&field.children=3", [busy]),
            ("sort=joined", [old, busy, fresh]),
            ("sort=lastVisit", [old, busy, fresh]),
            ("sort=-lastVisit", [busy, old, fresh]),
            ("sort=-visits", [busy, old, fresh]),
            ("sort=spent", [fresh, old, busy]),
            ("sort=spent&visits=1..", [old, busy]),
        ];
        foreach (var (query, found) in expected)
        {
            (await club.Found(query)).ShouldBe(found, query);
            (await club.AllPages(query + "&limit=1")).ShouldBe(found, "by pages: " + query);
            if (!query.Contains("sort=", StringComparison.Ordinal))
            {
                (await club.Api.Get("/members/count?" + query)).Text.ShouldBe(
                    $$"""{"count":{{found.Count}},"more":false}""",
                    query
                );
            }
        }
    }

    [Theory, BothDatabases]
    public async Task What_can_not_be_asked_is_refused_at_its_word(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        foreach (var (query, code, pointer) in Bad)
        {
            (await club.Api.Get("/members?" + query)).MustBeProblem(422, code, pointer);
        }
    }

    [Theory, BothDatabases]
    public async Task A_filter_that_few_pass_is_walked_along_every_order_without_gap(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        await club.Crowd(6_500);
        var some = await club.Ask(db =>
            db.Members.OrderBy(m => m.Id).Where(m => m.LastName == "یابنده").Select(m => m.Id).ToListAsync()
        );
        await club.Ask(db =>
            db.Members.Where(m => some.Contains(m.Id))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(m => m.Visits, 5).SetProperty(m => m.LastVisit, m => m.Since)
                )
        );
        some.Count.ShouldBe(7);
        (await club.AllPages("visits=5&limit=3&sort=joined")).ShouldBe(some);
        (await club.AllPages("visits=5&limit=3&sort=-lastVisit")).ShouldBe(some.OrderDescending());
        (await club.AllPages("visits=5&limit=3&sort=-spent")).ShouldBe(some.OrderDescending());
        var count = await club.Api.Get("/members/count");
        count.Text.ShouldBe("""{"count":6500,"more":false}""");
    }

    [Fact]
    public async Task A_filter_is_written_back_as_it_was_read_and_says_itself_in_both_languages()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await club.SetUp();
        var version = await club.Services.GetRequiredService<ProgrammeStore>().Newest(CancellationToken.None);
        (string Query, string Fa, string En)[] chips =
        [
            ("lastVisit=before%3A30", "آخرین خرید: بیش از ۳۰ روز پیش", "Last purchase: more than 30 days ago"),
            ("lastVisit=within%3A7", "آخرین خرید: در ۷ روز گذشته", "Last purchase: in the last 7 days"),
            ("lastVisit=never", "هنوز خریدی نکرده", "Has not bought yet"),
            ("visits=5..10", "تعداد خرید: ۵ تا ۱۰", "Purchases: 5 to 10"),
            ("spent=1000000..", "مجموع خرید: دست‌کم ۱۰۰٬۰۰۰ تومان", "Paid in all: at least 100,000 toman"),
            ("joined=2026-03-21..", "عضویت: از ۱۴۰۵/۰۱/۰۱", "Joined: from 1405/01/01"),
            ("wallet=points%3A20", "امتیاز: دست‌کم ۲۰", "points: at least 20"),
            ("field.children=3", "children: ۳", "children: 3"),
            ("has=email&has=smsConsent", "ایمیل دارد، با پیامک موافق است", "Has an e-mail, Agreed to text messages"),
            ("name=missing", "بی‌نام", "Without a name"),
        ];
        foreach (var (query, fa, en) in chips)
        {
            var filter = MemberFilter.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query), version);
            filter.IsRefused.ShouldBeFalse(query);
            filter.Value.Query.ShouldBe(query);
            foreach (var (persian, expected) in new[] { (true, fa), (false, en) })
            {
                var words = version.Wording(persian) with { Names = null };
                var said = filter.Value.Sentence(words, new Dates(words, version.Time, TestClock.Start));
                said.ShouldBe(persian ? expected.Replace("امتیاز:", "points:", StringComparison.Ordinal) : expected);
            }
        }
    }
}
