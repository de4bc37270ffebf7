using System.Security.Cryptography;
using System.Text.Json;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Messages;
using Vafa.Web;

namespace Vafa.Features.Night;

/// <summary>
/// What a night tells members. The id of a message says what it tells (which step of which night, to whom, at which
/// distance), so that a step that runs twice tells once.
/// </summary>
internal sealed class NightMessages(KnownMessages known)
{
    /// <summary>Adds the messages of each member and counts those that are new.</summary>
    public async ValueTask Tell(NightChunk chunk, Func<NightMember, IEnumerable<Message>> of, CancellationToken ct)
    {
        var told = chunk.Members.Select(member => (member, Messages: of(member).ToList())).ToList();
        var before = await ToldBefore(chunk, told.SelectMany(t => t.Messages), ct);
        foreach (var (member, all) in told)
        {
            var news = all.Where(m => !before.Contains(m.Id)).ToList();
            if (news.Count == 0)
            {
                continue;
            }

            chunk.Done.Member();
            foreach (var message in news)
            {
                chunk.Done.Message();
                chunk.Rows.Tellings.Add(message);
            }

            foreach (var lot in member.Lots)
            {
                chunk.Done.Lot(lot.Unit, lot.Remaining);
            }
        }
    }

    /// <summary>Of a night that comes late, the day is told with it.</summary>
    public static Message Opened(NightChunk chunk, NightMember member)
    {
        var (run, time) = (chunk.Round.Run, chunk.Round.Club.Time);
        var day = time.DayOf(member.Lots.Min(l => l.At));
        var late = day < time.DayOf(chunk.Now) ? day : (DateOnly?)null;
        return Of(chunk, member.Id, MessageText.Opened, IdOf(run, member.Id, 0), new(Units(member), late));
    }

    /// <param name="days">Of which distance the message is.</param>
    public static Message Ending(NightChunk chunk, NightMember member, int days)
    {
        // What ends with a day can be spent on that day.
        var last = chunk.Round.Club.Time.DayOf(member.Lots.Min(l => l.At).AddTicks(-1));
        var id = IdOf(chunk.Round.Run, member.Id, days);
        return Of(chunk, member.Id, MessageText.Ending, id, new(Units(member), last));
    }

    private static SortedDictionary<string, long> Units(NightMember member)
    {
        var units = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var lot in member.Lots)
        {
            units[lot.Unit] = units.GetValueOrDefault(lot.Unit) + lot.Remaining;
        }

        return units;
    }

    private static Message Of(NightChunk chunk, Guid member, string kind, Guid id, Body body) =>
        new()
        {
            MemberId = member,
            Id = id,
            Kind = kind,
            Body = JsonSerializer.Serialize(body, Answers.Json),
            CreatedAt = chunk.Now,
        };

    /// <summary>Only a step that runs again can meet its own messages: a chunk is written as a whole or not.</summary>
    private async ValueTask<IReadOnlySet<Guid>> ToldBefore(
        NightChunk chunk,
        IEnumerable<Message> messages,
        CancellationToken ct
    ) =>
        chunk.Round.Run.Rounds > 1
            ? await known.Among([.. messages.Select(m => (m.MemberId, m.Id))], ct)
            : new HashSet<Guid>();

    private static Guid IdOf(JobRun run, Guid member, int days)
    {
        Span<byte> name = stackalloc byte[36];
        Span<byte> hash = stackalloc byte[32];
        run.Id.TryWriteBytes(name, bigEndian: true, out _);
        member.TryWriteBytes(name[16..], bigEndian: true, out _);
        BitConverter.TryWriteBytes(name[32..], days);
        SHA256.HashData(name, hash);
        // A UUID of version 8, as of a guest.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>What a sentence is made of when the message leaves.</summary>
    private sealed record Body(SortedDictionary<string, long> Units, DateOnly? Day);
}
