using Companion.Workflows.Workers;

namespace Companion.Workflows.Settings;

/// <summary>Which ways of telling staff something exist in this deployment, and so the one rule of who can be reached here.</summary>
/// <param name="Phones">True when texts and calls go out.</param>
/// <param name="Email">True when e-mail goes out.</param>
/// <param name="Teams">True when the bot speaks in Microsoft Teams.</param>
public sealed record WaysToTell(bool Phones, bool Email, bool Teams)
{
    /// <summary>All of them, as where they are simulated.</summary>
    public static readonly WaysToTell All = new(Phones: true, Email: true, Teams: true);

    /// <summary>True when somebody on call can be reached.</summary>
    public bool Reach(OnCallSettings person) =>
        (Phones && person is not { Text: "", Call: "" }) || (Email && person.Email.Length > 0);

    /// <summary>True when a worker can be told of a hand-off: by e-mail, in their service's channel, or in their own chat once Teams knows them.</summary>
    public bool Reach(ServiceSettings service, Worker worker) =>
        (Email && worker.Email.Length > 0) || (Teams && (service.TeamsChannel.Length > 0 || worker.EntraId is not null));

    /// <summary>True when the workers of a service can be told, whoever they are.</summary>
    public bool ReachWorkersOf(ServiceSettings service) => Email || (Teams && service.TeamsChannel.Length > 0);
}
