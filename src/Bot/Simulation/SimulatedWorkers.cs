using System.Globalization;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>A worker's own words, that Companion said it had sent.</summary>
/// <param name="HandOff">The hand-off they were meant for.</param>
/// <param name="Words">The words, which no other reply has.</param>
internal sealed record WorkerWords(long HandOff, string Words);

/// <summary>
/// The workers of the simulated service: told by e-mail, some pick up, late and at the same time; they write, give back, close, or do
/// nothing at all until it is taken from them.
/// </summary>
internal sealed class SimulatedWorkers(World world)
{
    private static readonly string[] Names = ["Ada Finch", "Bo Lane", "Cy Marsh", "Di Senior"];

    private readonly SimulatedWriting writing = new(world);

    private int replies;

    /// <summary>Enters them.</summary>
    public static Task<int> Enter(IStore store) => store.Write(
        session =>
        {
            for (var at = 0; at < Names.Length; at++)
            {
                session.Insert(new Worker
                {
                    Id = at + 1,
                    ServiceId = SimulatedService.Key,
                    Name = Names[at],
                    ShownName = Names[at].Split(' ')[0],
                    Role = at == Names.Length - 1 ? WorkerRole.Senior : WorkerRole.LinkWorker,
                    Email = Mail(at + 1),
                    Hours = at == 1 ? "Mon-Wed 09:00-13:00, 14:00-17:00" : "Mon-Fri 09:00-17:00",
                });
            }

            return ValueTask.FromResult(0);
        },
        CancellationToken.None);

    /// <summary>An e-mail has arrived; whoever it is for may pick up what it tells of.</summary>
    public void Read(OutboundMessage mail)
    {
        var (worker, id) = (Enumerable.Range(1, Names.Length).FirstOrDefault(one => Mail(one) == mail.To), mail.Words[(mail.Words.LastIndexOf('/') + 1)..]);
        if (worker > 0 && long.TryParse(id, CultureInfo.InvariantCulture, out var handOff) && world.Chance.Is(0.6))
        {
            world.At(world.Now + world.Chance.Minutes(1, 90), () => PickUp(handOff, worker));
        }
    }

    private Task PickUp(long handOff, long worker) => world.Do(
        async companion =>
        {
            world.Diary.Acknowledgements.Add(new StaffAct(handOff, world.Now, Names[worker - 1]));
            var taken = await companion.Part<PickUp>().Handle(handOff, worker, CancellationToken.None);
            if (taken.Hold is not null)
            {
                world.At(world.Now + Duration.FromMinutes(25), () => writing.Decide(handOff, Names[worker - 1]));
            }

            if (taken.Hold is { } hold && world.Chance.Is(0.8))
            {
                world.At(world.Now + world.Chance.Minutes(1, 20), () => Reply(hold, $"Words {++replies} for {handOff}."));
            }
        },
        () => PickUp(handOff, worker));

    private Task Reply(Hold hold, string words) => world.Do(
        async companion =>
        {
            var said = await companion.Part<ReplyToPerson>().Handle(hold, words, words, evenAtNight: true, CancellationToken.None);
            if (said.Outcome is Replied.Sent or Replied.Already)
            {
                world.Diary.WorkerWords.Add(new WorkerWords(hold.HandOffId, words));
            }

            Next(hold);
        },
        () => Reply(hold, words));

    private void Next(Hold hold)
    {
        var share = world.Chance.Share();
        var at = world.Now + world.Chance.Minutes(2, 120);
        if (share < 0.3)
        {
            world.At(at, () => Reply(hold, $"Words {++replies} for {hold.HandOffId}."));
        }
        else if (share < 0.6)
        {
            world.At(at, () => Return(hold));
        }
        else if (share < 0.9)
        {
            world.At(at, () => Close(hold));
        }
    }

    private Task Return(Hold hold) => world.Do(
        async companion =>
        {
            if (await companion.Part<ReturnToBot>().Handle(hold, CancellationToken.None) is not null)
            {
                world.At(world.Now + Duration.FromMinutes(1), () => Close(hold)); // a red flag has to be cleared
            }
        },
        () => Return(hold));

    private Task Close(Hold hold)
    {
        world.Diary.Clearings.Add(new StaffAct(hold.HandOffId, world.Now, Names[hold.WorkerId - 1]));
        world.At(world.Now + Duration.FromMinutes(15), () => writing.Decide(hold.HandOffId, Names[hold.WorkerId - 1]));
        return world.Do(
            companion => companion.Part<ClearHandOff>().Handle(
                hold.HandOffId, new Clearing(Names[hold.WorkerId - 1], "Spoken to.", SafeToText: true) { Hold = hold }, CancellationToken.None),
            () => Close(hold));
    }

    private static string Mail(int worker) => $"{Names[worker - 1].Split(' ')[0].ToLowerInvariant()}@shire.example";
}
