using System.Diagnostics;
using Companion.Benchmarks.Turns;
using Companion.Dialogs;
using Companion.Workflows;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Timing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Benchmarks.Timers;

/// <summary>The real workflows on a store with so many people, at half past ten on a Monday that does not pass.</summary>
internal sealed class Scene : IAsyncDisposable, IClock
{
    private const string Service = "shire";

    // As the timer and sender loops do.
    private const int AtOnce = 100;

    private static readonly Instant Monday = new LocalDateTime(2026, 3, 16, 10, 30).Instant();

    private readonly Place place;
    private readonly IStore store;
    private readonly ServiceProvider parts;

    private Scene(string kind)
    {
        place = new Place(kind);
        store = kind == Place.Sqlite ? new SqliteStore(place.ConnectionString) : new PostgresStore(place.ConnectionString);
        var service = new ServiceSettings { Name = "Shire Social Prescribing", NeutralName = "Shire Links", Number = "+447700900100", Phone = "01632 960 100" };
        service.CheckIns.Weeks = "0 3 12";
        if (service.Prepare(Service).ToList() is [var wrong, ..])
        {
            throw new InvalidOperationException(wrong);
        }

        parts = new ServiceCollection()
            .AddSingleton(store)
            .AddSingleton<IClock>(this)
            .AddSingleton(new ServiceBook(new Dictionary<string, ServiceSettings> { [Service] = service }))
            .AddSingleton(new LinkSettings { Key = "a key of the benchmark that signs nothing else", BaseUrl = "https://companion.example" })
            .AddSingleton(new OptOutSettings())
            .AddSingleton(_ => ShippedDialogs.Book())
            .AddWorkflows()
            .BuildServiceProvider();
    }

    /// <summary>A scene with people stored, of whom some are due.</summary>
    public static async Task<Scene> With(string kind, int people, int due, CancellationToken cancel)
    {
        var scene = new Scene(kind);
        await scene.store.Migrate(cancel);
        await using var db = scene.store.Read();
        await new StoredPeople(db, Service, Monday).Add(people, due, cancel);
        return scene;
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Monday;

    /// <summary>Fires at most so many; how many, and how long it took.</summary>
    public Task<Figure> Fire(int most, CancellationToken cancel) =>
        Rounds(most, async many => await parts.GetRequiredService<FireTimers>().Handle(many, cancel));

    /// <summary>Claims at most so many texts for sending; how many, and how long it took. That they are gone then is not counted.</summary>
    public async Task<Figure> Claim(int most, CancellationToken cancel)
    {
        var claimed = new Figure(0, TimeSpan.Zero);
        while (claimed.Done < most)
        {
            var some = await Rounds(Math.Min(AtOnce, most - claimed.Done), async many => (await parts.GetRequiredService<ClaimDue>().Handle(many, cancel, Lane.Texts)).Rows.Count);
            if (some.Done == 0)
            {
                break;
            }

            claimed = new Figure(claimed.Done + some.Done, claimed.Time + some.Time);
            await store.Write(Gone, cancel);
        }

        return claimed;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await store.DisposeAsync();
        place.Dispose();
    }

    private static ValueTask<int> Gone(Session session)
    {
        session.Execute("UPDATE \"Outbound\" SET \"Status\" = 6, \"ClaimedUntil\" = NULL, \"SentAt\" = @p0 WHERE \"Status\" IN (1, 2)", Monday.ToUnixTimeTicks());
        return ValueTask.FromResult(0);
    }

    private static async Task<Figure> Rounds(int most, Func<int, Task<int>> round)
    {
        var (begun, done) = (Stopwatch.GetTimestamp(), 0);
        while (done < most && await round(Math.Min(AtOnce, most - done)) is > 0 and var more)
        {
            done += more;
        }

        return new Figure(done, Stopwatch.GetElapsedTime(begun));
    }
}

/// <summary>How many were done in which time.</summary>
internal readonly record struct Figure(int Done, TimeSpan Time)
{
    public double PerSecond => Done / Time.TotalSeconds;
}
