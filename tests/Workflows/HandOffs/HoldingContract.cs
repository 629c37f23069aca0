using Companion.Tests.Support;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>Who holds what, when everybody acts at once, on SQLite and on PostgreSQL.</summary>
public abstract class HoldingContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_workers_picking_two_hundred_up_at_once_leave_each_with_one_owner()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        var workers = new List<Worker>();
        for (var one = 0; one < 20; one++)
        {
            workers.Add(await rig.Employ($"Worker{one:00} Hill"));
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Cancel, async (person, cancel) => await Asks(rig, $"+447700900{person + 200:000}", cancel));
        var handOffs = await rig.All<HandOff>();
        var taken = await Task.WhenAll(workers.SelectMany((worker, at) => handOffs.Skip(at * 10).Concat(handOffs.Take(at * 10)).Select(handOff =>
            Task.Run(() => rig.Part<PickUp>().Handle(handOff.Id, worker.Id, Cancel), Cancel))));

        Assert.Equal(200, handOffs.Count);
        Assert.Equal(200, taken.Count(result => result.Outcome == PickedUp.Yes));
        Assert.Equal(200, taken.Where(result => result.Outcome == PickedUp.Yes).Select(result => result.HandOff!.Id).Distinct().Count());
        var owners = taken.Where(result => result.Outcome == PickedUp.Yes).ToDictionary(result => result.HandOff!.Id, result => result.Hold!.Value.WorkerId);
        Assert.All(await rig.All<HandOff>(), handOff => Assert.Equal(owners[handOff.Id], handOff.OwnerId));
    }

    [Fact]
    public async Task When_the_owners_process_dies_what_it_held_goes_back_and_no_word_is_lost()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        var sam = await rig.Employ("Sam Okoye");
        var mo = await rig.Employ("Mo Hill");
        var handOff = await rig.AskedForAPerson();
        await rig.PickedUpBy(handOff, sam);
        await rig.Text("It is about my rent"); // and nothing more is heard of Sam

        await rig.Pass(Duration.FromMinutes(50));
        var hold = await rig.PickedUpBy(handOff, mo);

        Assert.Equal(Replied.Sent, (await rig.Reply(hold, "Mo here. Tell me about your rent.")).Outcome);
        Assert.Contains(await rig.All<StaffPost>(), post => post.Kind == StaffPostKind.Heard);
        Assert.Contains(await rig.All<Workflows.Conversations.InboundMessage>(), message => message.Words == "It is about my rent");
    }

    [Fact]
    public async Task A_reply_and_the_taking_back_at_once_end_in_one_of_the_two()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Hill"));
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), sam);

        var reply = Task.Run(() => rig.Reply(hold, "Hello"), Cancel);
        var given = Task.Run(() => rig.Part<TransferHandOff>().Handle(hold, mo.Id, Cancel), Cancel);
        await Task.WhenAll(reply, given);

        Assert.True(await given);
        Assert.Equal((await reply).Outcome == Replied.Sent ? 1 : 0, (await rig.All<OutboundMessage>()).Count(row => row.Class == SendClass.LinkWorker));
    }

    /// <summary>An empty store.</summary>
    protected abstract IStore? Open();

    private static async Task Asks(Rig rig, string number, CancellationToken cancel)
    {
        await rig.Part<ReceiveMessage>().Handle(new Incoming("shire", Channel.Sms, $"{number}-1", number, "Hello"), cancel);
        await rig.Part<ReceiveMessage>().Handle(new Incoming("shire", Channel.Sms, $"{number}-2", number, "9"), cancel);
    }
}

public sealed class SqliteHoldingTests : HoldingContract
{
    protected override IStore? Open() => null;
}

public sealed class PostgresHoldingTests : HoldingContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
