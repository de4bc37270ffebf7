using Vafa.Data;

namespace Vafa.Features.Products;

/// <summary>Writes a row that a sale, or somebody else, may be making at the same moment: then once more.</summary>
internal static class Upsert
{
    private const int Tries = 5;

    public static async Task Run(AppDb db, Func<CancellationToken, Task> save, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await db.Write(
                    async inside =>
                    {
                        await save(inside);
                        return true;
                    },
                    ct
                );
                return;
            }
            catch (Exception failure) when (tried < Tries && (db.IsTaken(failure) || db.IsCollision(failure)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
