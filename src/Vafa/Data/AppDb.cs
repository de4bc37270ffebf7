using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Vafa.Features.ApiKeys;
using Vafa.Features.Audit;
using Vafa.Features.Demo;
using Vafa.Features.Engagements;
using Vafa.Features.Home;
using Vafa.Features.Import.Jobs;
using Vafa.Features.Joining;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Ledger.Approval;
using Vafa.Features.Liability;
using Vafa.Features.Members;
using Vafa.Features.Members.Groups;
using Vafa.Features.Members.Merging;
using Vafa.Features.Messages;
using Vafa.Features.Night;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Approval;
using Vafa.Features.Programme.Logo;
using Vafa.Features.Purchases;
using Vafa.Features.Staff;
using Vafa.Features.Tiers;
using Vafa.Features.Tiers.Pictures;
using Vafa.Features.Tills;
using Vafa.Features.Views;
using Vafa.Web;

namespace Vafa.Data;

/// <summary>
/// The club's database for the back office. Two sealed contexts derive from it, one an engine. Tables that move a
/// wallet are only read through it: the sale lane writes them.
/// </summary>
public abstract class AppDb(DbContextOptions options, WriteGate gate) : DbContext(options)
{
    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<ProgrammeDocument> ProgrammeDocuments => Set<ProgrammeDocument>();

    public DbSet<OfferProposal> OfferProposals => Set<OfferProposal>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<ProductGroup> ProductGroups => Set<ProductGroup>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberKey> MemberKeys => Set<MemberKey>();

    public DbSet<MemberGroup> MemberGroups => Set<MemberGroup>();

    public DbSet<MemberGroupMove> MemberGroupMoves => Set<MemberGroupMove>();

    public DbSet<MemberField> MemberFields => Set<MemberField>();

    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();

    public DbSet<WalletRow> Wallets => Set<WalletRow>();

    public DbSet<LotRow> Lots => Set<LotRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<MemberEvent> MemberEvents => Set<MemberEvent>();

    public DbSet<AdjustmentProposal> AdjustmentProposals => Set<AdjustmentProposal>();

    public DbSet<Purchase> Purchases => Set<Purchase>();

    public DbSet<PurchaseLine> PurchaseLines => Set<PurchaseLine>();

    public DbSet<PurchaseKey> PurchaseKeys => Set<PurchaseKey>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<RefundLine> RefundLines => Set<RefundLine>();

    public DbSet<MemberDay> MemberDays => Set<MemberDay>();

    public DbSet<MemberProduct> MemberProducts => Set<MemberProduct>();

    public DbSet<MemberTier> MemberTiers => Set<MemberTier>();

    public DbSet<MemberTierMove> MemberTierMoves => Set<MemberTierMove>();

    public DbSet<TierPicture> TierPictures => Set<TierPicture>();

    public DbSet<OfferCounter> OfferCounters => Set<OfferCounter>();

    public DbSet<OfferUse> OfferUses => Set<OfferUse>();

    public DbSet<SaleHold> SaleHolds => Set<SaleHold>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<StaffLink> StaffLinks => Set<StaffLink>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<StaffPin> StaffPins => Set<StaffPin>();

    public DbSet<Allowance> Allowances => Set<Allowance>();

    public DbSet<TillDevice> TillDevices => Set<TillDevice>();

    public DbSet<TillPairing> TillPairings => Set<TillPairing>();

    internal DbSet<TillApproval> TillApprovals => Set<TillApproval>();

    public DbSet<JoinDoor> JoinDoors => Set<JoinDoor>();

    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();

    public DbSet<SignInTry> SignInTries => Set<SignInTry>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<AnsweredChallenge> AnsweredChallenges => Set<AnsweredChallenge>();

    public DbSet<DemoMark> DemoMarks => Set<DemoMark>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<BranchHour> BranchHours => Set<BranchHour>();

    public DbSet<UnitDay> UnitDays => Set<UnitDay>();

    public DbSet<UnitDue> UnitDues => Set<UnitDue>();

    public DbSet<LiabilityDay> LiabilityDays => Set<LiabilityDay>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<ClubLogo> ClubLogos => Set<ClubLogo>();

    /// <summary>
    /// Runs a short write as one transaction: on SQLite inside the write gate, so that it takes its turn with the sale
    /// lane. Read and validate before; nothing slow inside. The work decides by its answer: false rolls back. Inside
    /// another write it joins that one, which then commits or rolls back the whole.
    /// </summary>
    public async Task<bool> Write(Func<CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            var done = await work(ct);
            if (done)
            {
                await SaveChangesAsync(ct);
            }

            return done;
        }

        using var turn = await gate.Enter(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        if (!await work(ct))
        {
            await transaction.RollbackAsync(ct);
            return false;
        }

        await SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>
    /// The first keys of sales between two, both included. Written as SQL, which compares bytes on both engines; LINQ
    /// has no word for it.
    /// </summary>
    public IQueryable<PurchaseKey> PurchaseKeysFrom(byte[] from, byte[] until, int most) =>
        PurchaseKeys.FromSql(
            $"SELECT * FROM purchase_key WHERE key >= {from} AND key <= {until} ORDER BY key LIMIT {most}"
        );

    /// <summary>The members whose mobile ends in these digits, of which there are at least four.</summary>
    public abstract IQueryable<Member> MembersByMobileEnd(string digits);

    /// <summary>Whether an index holds each order of the list of members (decision 0008).</summary>
    public virtual bool IndexesEveryOrderOfMembers => false;

    /// <summary>
    /// Whether a write failed because somebody else already holds a unique key (a mobile, a card, an idempotency key).
    /// </summary>
    public abstract bool IsTaken(Exception failure);

    /// <summary>
    /// Whether a write failed only for meeting another one (deadlock, rows changed meanwhile): the same again may
    /// succeed.
    /// </summary>
    public abstract bool IsCollision(Exception failure);

    /// <summary>
    /// Whether a write failed for what stands in its own rows (a key that is there already, a number too large), so
    /// that the same again would fail, too.
    /// </summary>
    public abstract bool IsOfItsRows(Exception failure);

    /// <summary>Rows are counted up to a bound in many places, where the order of the counted says nothing.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        SnakeCase.Apply(modelBuilder);
    }
}
