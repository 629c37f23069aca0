using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authorization;

namespace Companion.Bot.SignIn;

/// <summary>What each role may open. Whoever may open nothing of it is sent to sign in, or told that it is not for them.</summary>
public static class StaffPolicies
{
    /// <summary>The console: people's records. Not for commissioners.</summary>
    public const string Console = "console";

    /// <summary>Workers, leave and the on-call list.</summary>
    public const string Team = "team";

    /// <summary>The evidence.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>What is everybody's who works for a service: which service they work for now.</summary>
    public const string Anybody = "anybody";

    /// <summary>Which roles a policy lets in.</summary>
    public static IReadOnlyList<WorkerRole> Roles(string policy) => policy switch
    {
        Console => [WorkerRole.LinkWorker, WorkerRole.Senior, WorkerRole.Manager],
        Team => [WorkerRole.Manager],
        Outcomes => [WorkerRole.Manager, WorkerRole.Commissioner],
        Anybody => Enum.GetValues<WorkerRole>(),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "There is no such policy."),
    };

    /// <summary>Adds them.</summary>
    public static void AddStaffPolicies(this AuthorizationBuilder builder)
    {
        foreach (var policy in new[] { Console, Team, Outcomes, Anybody })
        {
            builder.AddPolicy(policy, one => one.RequireRole(Roles(policy).Select(role => role.ToString())));
        }
    }
}
