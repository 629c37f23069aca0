using System.Globalization;
using Companion.Tests.Support.Load;

namespace Companion.Benchmarks.Turns;

/// <summary>Something whose turns are measured.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Store">Where it stores.</param>
internal abstract record Contender(string Name, string Store)
{
    /// <summary>Measures one round in an empty place.</summary>
    public abstract Task<Measured> Round(TurnsSettings settings, SignedReferrals referrals, CancellationToken cancel);
}

/// <summary>A process of ours that takes Twilio's webhook and keeps a row of each text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Store">Where it stores.</param>
/// <param name="Table">The table that holds a row for each text.</param>
internal abstract record WebhookContender(string Name, string Store, string Table) : Contender(Name, Store)
{
    /// <inheritdoc/>
    public override async Task<Measured> Round(TurnsSettings settings, SignedReferrals referrals, CancellationToken cancel)
    {
        using var place = new Place(Store);
        await using var twilio = await AcceptingTwilio.Start();
        await using var process = await Start(place, twilio);
        var measured = Driver.Run(process.Port, referrals, TurnsSettings.WarmUp, settings.Time, () => process.Cpu);
        var stored = await place.Rows(Table);
        if (stored != measured.Accepted || measured.Refused > 0)
        {
            throw new InvalidOperationException(
                $"{Name} on {Store} answered {measured.Accepted} texts with 200, refused {measured.Refused} and stored {stored}.\n{process.Said}");
        }

        var remark = await Remark(place);
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Name} on {Store}: {measured.PerSecond:0}/s; ready after {process.ReadyAfter.TotalSeconds:0.00} s, {process.Resident >> 20} MB, {twilio.Count} texts sent{remark}"));
        return measured;
    }

    protected abstract Task<BotProcess> Start(Place place, AcceptingTwilio twilio);

    protected virtual Task<string> Remark(Place place) => Task.FromResult("");
}

/// <summary>The real Companion, as in Production.</summary>
/// <param name="Store">Where it stores.</param>
/// <param name="Pace">Texts a second it hands over at most.</param>
internal sealed record CompanionContender(string Store, int Pace)
    : WebhookContender(Pace >= FlatOut ? "Companion, sending all it can" : $"Companion, sending {Pace}/s", Store, "Inbound")
{
    /// <summary>The fastest pace the configuration takes.</summary>
    public const int FlatOut = 1000;

    protected override Task<BotProcess> Start(Place place, AcceptingTwilio twilio) => BotProcess.Companion(twilio, new Dictionary<string, string>
    {
        ["Storage:Provider"] = Store == Place.Sqlite ? "Sqlite" : "PostgreSql",
        ["Storage:ConnectionString"] = Store == Place.Sqlite ? "" : place.ConnectionString,
        ["Storage:Folder"] = place.Folder,
        ["Twilio:MessagesPerSecond"] = Pace.ToString(CultureInfo.InvariantCulture),
    });

    protected override async Task<string> Remark(Place place) => $", {await place.Rows("Cases")} referrals";
}

/// <summary>The floor: a signature and a row.</summary>
/// <param name="Store">Where it stores.</param>
/// <param name="Shared">True when requests share commits.</param>
internal sealed record FloorContender(string Store, bool Shared)
    : WebhookContender(Shared ? "floor, shared commits" : "floor, one commit a request", Store, "texts")
{
    protected override Task<BotProcess> Start(Place place, AcceptingTwilio twilio) => BotProcess.Start(
        "dotnet",
        port => [typeof(FloorContender).Assembly.Location, "floor", $"{port}", Store, Shared ? "shared" : "own", place.ConnectionString],
        _ => new() { ["DOTNET_gcServer"] = "1", ["DOTNET_TieredPGO"] = "0" }, // as Companion's are
        "/health/ready");
}
