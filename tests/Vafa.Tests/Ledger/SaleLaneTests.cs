using Microsoft.Extensions.Logging.Abstractions;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Tests.Ledger;

/// <summary>Which works share a batch, and when a second one runs beside the first.</summary>
public sealed class SaleLaneTests
{
    [Fact]
    public async Task A_few_that_wait_are_left_to_the_batch_that_ends()
    {
        await using var held = new HeldStore();
        await using var lane = Lane(held);
        var first = lane.Run(new Work("a", 1));
        await held.Begun(1);
        var rest = Enumerable.Range(2, 15).Select(i => lane.Run(new Work("k" + i, i))).ToList();
        held.Batches.Count.ShouldBe(1);
        held.Release();
        await first;
        await held.Begun(2);
        held.Batches[1].ShouldBe(15);
        held.Release();
        await Task.WhenAll(rest);
    }

    [Fact]
    public async Task Sixteen_that_wait_are_a_batch_of_their_own()
    {
        await using var held = new HeldStore();
        await using var lane = Lane(held);
        var first = lane.Run(new Work("a", 1));
        await held.Begun(1);
        var rest = Enumerable.Range(2, 16).Select(i => lane.Run(new Work("k" + i, i))).ToList();
        await held.Begun(2);
        held.Batches[1].ShouldBe(16);
        held.Release();
        held.Release();
        await Task.WhenAll([first, .. rest]);
    }

    [Fact]
    public async Task Works_of_one_key_or_one_member_never_run_in_two_batches_at_once()
    {
        await using var held = new HeldStore();
        await using var lane = Lane(held);
        List<Task<int>> all = [lane.Run(new Work("same", 1))];
        await held.Begun(1);
        all.Add(lane.Run(new Work("same", 2)));
        all.Add(lane.Run(new Work("other", 1)));
        all.AddRange(Enumerable.Range(10, 14).Select(i => lane.Run(new Work("k" + i, i))));
        await held.Begun(2);
        held.Batches[1].ShouldBe(14);
        held.Release();
        held.Release();
        await held.Begun(3);
        held.Batches[2].ShouldBe(2);
        held.Release();
        await Task.WhenAll(all);
    }

    [Fact]
    public async Task Equal_keys_take_turns_in_the_order_they_came()
    {
        await using var held = new HeldStore();
        await using var lane = Lane(held);
        var first = lane.Run(new Work("a", 1));
        await held.Begun(1);
        Task<int>[] twins = [lane.Run(new Work("twin", 2)), lane.Run(new Work("twin", 2))];
        held.Release();
        await first;
        await held.Begun(2);
        held.Release();
        await twins[0];
        twins[1].IsCompleted.ShouldBeFalse();
        await held.Begun(3);
        held.Release();
        await twins[1];
        held.Batches.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task Closing_waits_for_what_was_taken_in_and_takes_no_more()
    {
        await using var held = new HeldStore();
        var lane = Lane(held);
        var works = new[] { lane.Run(new Work("a", 1)), lane.Run(new Work("b", 2)) };
        await held.Begun(1);
        var closing = lane.DisposeAsync().AsTask();
        closing.IsCompleted.ShouldBeFalse();
        await Should.ThrowAsync<ObjectDisposedException>(() => lane.Run(new Work("c", 3)));
        held.Release();
        await held.Begun(2);
        held.Release();
        await closing;
        works.ShouldAllBe(work => work.IsCompletedSuccessfully);
    }

    private static SaleLane Lane(HeldStore held) => new(held, TimeProvider.System, NullLogger<SaleLane>.Instance);

    private sealed class Work(string key, int place) : LaneWork<int>
    {
        public override IEnumerable<string> Keys => [key];

        public override int Place => place;

        public override ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
        {
            reads.MemberIds.Add(Guid.CreateVersion7());
            return ValueTask.CompletedTask;
        }

        public override ValueTask Decide(LaneScene scene, CancellationToken ct) => ValueTask.CompletedTask;
    }

    /// <summary>A database whose batches begin, say how many works they hold, and wait until they are let go.</summary>
    private sealed class HeldStore : LaneStore
    {
        private readonly SemaphoreSlim begun = new(0);
        private readonly SemaphoreSlim released = new(0);
        private int seen;

        public List<int> Batches { get; } = [];

        public override int Lanes => 2;

        public async Task Begun(int count)
        {
            for (; seen < count; seen++)
            {
                (await begun.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
            }
        }

        public void Release() => released.Release();

        public override ValueTask<LaneTransaction> Begin(CancellationToken ct) =>
            ValueTask.FromResult<LaneTransaction>(new Held(this));

        public override ValueTask<LaneState> Peek(LaneReads reads, CancellationToken ct) =>
            throw new InvalidOperationException("Nothing peeks here.");

        public override ValueTask DisposeAsync()
        {
            begun.Dispose();
            released.Dispose();
            return ValueTask.CompletedTask;
        }

        private sealed class Held(HeldStore store) : LaneTransaction
        {
            public override async ValueTask<LaneState> Read(LaneReads reads, CancellationToken ct)
            {
                lock (store.Batches)
                {
                    store.Batches.Add(reads.MemberIds.Count);
                }

                store.begun.Release();
                await store.released.WaitAsync(ct);
                return new LaneState { Version = 1 };
            }

            public override ValueTask Commit(LaneRows rows, CancellationToken ct) => ValueTask.CompletedTask;

            public override ValueTask Write(LaneRows rows, CancellationToken ct) => ValueTask.CompletedTask;

            public override AppDb Context() => throw new InvalidOperationException("There is no database.");

            public override ValueTask LockPurchase(Guid member, Guid purchase, CancellationToken ct) =>
                ValueTask.CompletedTask;

            public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
