using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>Everything outside Companion, and the one process of it that runs just now.</summary>
internal sealed class World : IWorld, IAsyncDisposable
{
    /// <summary>A Monday morning; the clocks go back on its Sunday.</summary>
    public static readonly Instant Begin = Instant.FromUtc(2026, 10, 19, 7, 0);

    private const double DiesPerWrite = 0.002;

    private readonly SimulationOptions options;
    private readonly Chance chance;
    private readonly VirtualClock clock = new(Begin);
    private readonly Happenings happenings = new();
    private readonly SimulatedNetwork network;
    private readonly Dictionary<string, SimulatedPerson> people = [];
    private readonly SimulatedWorkers workers;
    private readonly bool optOutByProvider;
    private RunningCompanion companion;
    private Instant wake = Begin;
    private int texts;

    public World(SimulationOptions options)
    {
        this.options = options;
        chance = new Chance(options.Seed);
        End = Begin + Duration.FromDays(7 * options.Weeks);
        optOutByProvider = options.Seed % 2 != 0; // every other seed, STOP is ours to answer
        network = new SimulatedNetwork(Diary, chance, options.Faults, optOutByProvider, this);
        workers = new SimulatedWorkers(this);
        companion = Start();
    }

    public Diary Diary { get; } = new();

    public Instant Now => clock.Now;

    public Instant End { get; }

    public async Task Run(IReadOnlyDictionary<string, SimulatedPerson> phones)
    {
        phones.ToList().ForEach(phone => people.Add(phone.Key, phone.Value));
        while (Instant.Min(wake, happenings.Next) is var next && next < End)
        {
            clock.JumpTo(next);
            if (happenings.Next <= wake)
            {
                await happenings.Take()();
            }
            else
            {
                await Work();
            }
        }
    }

    public Chance Chance => chance;

    public void At(Instant at, Func<Task> what) => happenings.At(at, what);

    public void Write(string from, string words, Meaning meaning)
    {
        var text = new WrittenText($"SMin{++texts:x8}", from, words, meaning);
        Diary.Written.Add(text.Id, text);
        At(Now, () => Bring(text));
        if (chance.Is(0.15))
        {
            At(Now + chance.Seconds(0, 60), () => Bring(text));
        }
    }

    public void Receipt(Instant at, long row, Delivery delivery) => At(at, () => Do(
        async () => await companion.Part<SettleDelivery>().Receipt(row, delivery, CancellationToken.None),
        () => Receipt(Now, row, delivery),
        leadsOn: delivery is not Delivery.Taken));

    public void Arrive(Instant at, OutboundMessage message)
    {
        if (message.Channel == Channel.Email)
        {
            At(at, () =>
            {
                workers.Read(message);
                return Task.CompletedTask;
            });
        }
        else if (SimulatedService.OnCall.Contains(message.To))
        {
            if (chance.Is(0.6))
            {
                At(at + chance.Minutes(0.3, 40), () => Accept(message.Words, message.To));
            }
        }
        else if (people.TryGetValue(message.To, out var person))
        {
            var key = message.TextKey;
            At(at, () =>
            {
                person.Reads(key);
                return Task.CompletedTask;
            });
        }
    }

    public Task Accept(string words, string number) => Do(
        async () =>
        {
            Diary.Acknowledgements.Add(new StaffAct(0, Now, SimulatedService.NameOf(number)));
            var link = companion.Part<Links>().Verify(words[(words.LastIndexOf('/') + 1)..].Trim()) ?? 0;
            var shown = (await companion.Part<ReadLink>().Handle(link, CancellationToken.None))?.HandOff?.Alarms ?? 0;
            var handOff = await companion.Part<AcknowledgeHandOff>().Redeem(link, shown, CancellationToken.None);
            if (handOff is not null)
            {
                PlanClearing(handOff.Id, number);
            }
        },
        () => At(Now + Duration.FromMinutes(1), () => Accept(words, number)));

    public async ValueTask DisposeAsync()
    {
        await companion.DisposeAsync();
        Diary.Dispose();
    }

    public Task<Evidence> Gather() => Evidence.Gather(companion.Store, Diary, End, options.Faults);

    private void PlanClearing(long handOff, string by)
    {
        if (chance.Is(0.7))
        {
            At(Now + chance.Hours(0.3, 24), () => Clear(handOff, by));
        }
    }

    private Task Clear(long handOff, string by)
    {
        Diary.Clearings.Add(new StaffAct(handOff, Now, by));
        return Do(
            () => companion.Part<ClearHandOff>().Handle(handOff, new Clearing(by, "Spoken to; safe.", SafeToText: handOff % 2 == 0), CancellationToken.None),
            () => At(Now + Duration.FromMinutes(1), () => Clear(handOff, by)));
    }

    private Task Bring(WrittenText text)
    {
        network.Sees(text.From, text.Meaning);
        Diary.Line(Now, text.From, text.Words);
        var at = Now;
        return Do(
            async () =>
            {
                var incoming = new Incoming(SimulatedService.Key, Channel.Sms, text.Id, text.From, text.Words);
                var receipt = await companion.Part<ReceiveMessage>().Handle(incoming, CancellationToken.None);
                text.Brought.Add(new Bringing(at, receipt.IsDuplicate));
                Diary.Duplicates += receipt.IsDuplicate ? 1 : 0;
            },
            () =>
            {
                text.Brought.Add(new Bringing(at, null));
                At(Now + chance.Seconds(1, 15), () => Bring(text)); // no answer: the provider brings it again
            });
    }

    /// <summary>One act of somebody with Companion; when the process dies under it, they do it again a minute later.</summary>
    public Task Do(Func<RunningCompanion, Task> act, Func<Task> again) => Do(() => act(companion), () => At(Now + Duration.FromMinutes(1), again));

    /// <summary>One act of Companion, then what it led to; when the process dies, <paramref name="died"/> is left to the world.</summary>
    private async Task Do(Func<Task> act, Action died, bool leadsOn = true)
    {
        try
        {
            await act();
            wake = leadsOn ? Now : wake;
        }
        catch (SimulatedCrash)
        {
            await Restart();
            died();
        }
    }

    // What the host's loops do: look into what is unknown, fire timers, send, draft.
    private async Task Work()
    {
        try
        {
            await companion.Part<SettleUnknown>().Handle(100, CancellationToken.None);
            clock.Step();
            await companion.Part<FireTimers>().Handle(100, CancellationToken.None);
            var sender = companion.Part<SendDue>();
            while (await sender.Claim(50, Lane.Any, CancellationToken.None) is { } claimed && (claimed.Rows.Count > 0 || claimed.MayBeMore))
            {
                foreach (var row in claimed.Rows)
                {
                    clock.Step();
                    await sender.Carry([row], CancellationToken.None);
                }
            }

            while (await companion.Part<DraftDue>().Handle(1, CancellationToken.None) > 0)
            {
                clock.Step(); // one at a time: the run can be repeated exactly
            }

            wake = await NextWork.After(companion.Store, Now);
        }
        catch (SimulatedCrash)
        {
            await Restart();
        }
    }

    private async Task Restart()
    {
        Diary.Crashes++;
        Diary.Line(Now, "crash", "");
        await companion.DisposeAsync();
        clock.JumpTo(Now + chance.Seconds(0.5, 15));
        companion = Start();
        wake = Now;
    }

    private RunningCompanion Start() => new(
        new CrashingStore(options.Open(), chance, options.Faults ? DiesPerWrite : 0), clock, network, optOutByProvider);
}
