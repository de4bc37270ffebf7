using System.CommandLine;
using Vafa.Features.Staff;

namespace Vafa.Cli;

/// <summary>`staff create`: prints a one-time sign-in link.</summary>
internal static class StaffVerb
{
    public static Command Command()
    {
        var user = new Option<string>("--user") { Description = "The name to sign in with.", Required = true };
        var role = new Option<string>("--role") { Description = string.Join(", ", Roles.All) + ".", Required = true };
        var create = new Command(
            "create",
            "Prints a one-time sign-in link; for somebody who is there already, a new one."
        )
        {
            user,
            role,
        };
        create.SetAction(
            (parsed, ct) =>
                Run(
                    parsed.GetValue(Verbs.Data)!,
                    new CreateStaffRequest(parsed.GetValue(user)!, parsed.GetValue(role)!, "system"),
                    ct
                )
        );
        return new Command("staff", "Who works in the shop and signs in.") { create };
    }

    private static async Task<int> Run(string directory, CreateStaffRequest request, CancellationToken ct)
    {
        if (!Roles.All.Contains(request.Role))
        {
            var roles = string.Join(", ", Roles.All);
            return await Say.Sorry(Verbs.WrongUse, $"There is no role \"{request.Role}\"; the roles are {roles}.");
        }

        await using var club = await Club.Open(directory, ct: ct);
        await using var scope = club.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<CreateStaff>().Run(request, ct);
        if (made.IsRefused)
        {
            return await Say.Refused(club, made.Refusals);
        }

        await Say.Line(ServeAddress.Last(directory) + made.Value.Path);
        return Verbs.Done;
    }
}
