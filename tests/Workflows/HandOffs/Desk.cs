using Companion.Workflows.HandOffs;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>A rig with people who work for its service, on a Monday morning.</summary>
internal static class Desk
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 10, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Adds somebody who works for the rig's service.</summary>
    public static async Task<Worker> Employ(this Rig rig, string name, WorkerRole role = WorkerRole.LinkWorker, Action<Worker>? change = null) => await rig.Store.Write(
        session =>
        {
            var worker = new Worker
            {
                Id = session.NextId(),
                ServiceId = rig.Service.Key,
                Name = name,
                ShownName = name.Split(' ')[0],
                Role = role,
                Email = $"{name.Split(' ')[0].ToLowerInvariant()}@shire.example",
            };
            change?.Invoke(worker);
            session.Insert(worker);
            return ValueTask.FromResult(worker);
        },
        Cancel);

    /// <summary>Days on which they are away.</summary>
    public static Task<int> Away(this Rig rig, Worker worker, LocalDate from, LocalDate to) => rig.Store.Write(
        session =>
        {
            session.Insert(new Leave { Id = session.NextId(), ServiceId = worker.ServiceId, WorkerId = worker.Id, From = from, To = to });
            return ValueTask.FromResult(0);
        },
        Cancel);

    /// <summary>Somebody texts that they want a person; the hand-off that opens.</summary>
    public static async Task<HandOff> AskedForAPerson(this Rig rig, string from = Rig.Anna)
    {
        var receipt = await rig.Text("Hello", from);
        await rig.Text("9", from);
        return Assert.Single(await rig.All<HandOff>(), one => one.AddressId == receipt.AddressId && one.ClearedAt is null);
    }

    /// <summary>Picks it up and is held to have got it.</summary>
    public static async Task<Hold> PickedUpBy(this Rig rig, HandOff handOff, Worker worker)
    {
        var result = await rig.Part<PickUp>().Handle(handOff.Id, worker.Id, Cancel);
        Assert.Equal(PickedUp.Yes, result.Outcome);
        return result.Hold!.Value;
    }

    public static Task<ReplyResult> Reply(this Rig rig, Hold hold, string words, string key = "1", bool evenAtNight = false) =>
        rig.Part<ReplyToPerson>().Handle(hold, words, key, evenAtNight, Cancel);

    /// <summary>The hand-off as it is stored now.</summary>
    public static async Task<HandOff> Now(this Rig rig, HandOff handOff) => (await rig.All<HandOff>()).Single(one => one.Id == handOff.Id);
}
