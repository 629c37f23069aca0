using Companion.Workflows.Settings;

namespace Companion.Bot.Simulation;

/// <summary>The service that is simulated: two postcodes, two surgeries, three people on call day and night, and check-ins at weeks 0, 3 and 12.</summary>
internal static class SimulatedService
{
    public const string Key = "shire";

    /// <summary>The numbers of the people on call, in the order they are told.</summary>
    public static readonly IReadOnlyList<string> OnCall = ["+447700900996", "+447700900997", "+447700900998"];

    /// <summary>What somebody on call is named, by their number.</summary>
    public static string NameOf(string number) => $"On call {number[^3..]}";

    /// <summary>The service, prepared.</summary>
    /// <exception cref="InvalidOperationException">It cannot be used: a rule of the settings has changed.</exception>
    public static ServiceSettings Make()
    {
        var service = new ServiceSettings
        {
            Name = "Shire Social Prescribing",
            NeutralName = "Shire Links",
            Number = "+447700900999",
            Phone = "01632 960 100",
            Area = "M1 M2",
            Surgeries = new() { ["Y99901"] = "Oak Lane Surgery", ["Y99902"] = "Elm Tree Medical Centre" },
        };
        service.CheckIns.Weeks = "0 3 12";
        for (var at = 0; at < OnCall.Count; at++)
        {
            service.OnCall[$"{at + 1}"] = new OnCallSettings { Name = NameOf(OnCall[at]), Text = OnCall[at] };
        }

        var wrong = service.Prepare(Key).ToList();
        return wrong.Count == 0 ? service : throw new InvalidOperationException(string.Join("; ", wrong));
    }
}
