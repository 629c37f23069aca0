using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>
/// Somebody with a phone: refers themselves or another, answers what was asked last, and is as forgetful, quick, slow, unclear and
/// desperate as people are.
/// </summary>
internal sealed class SimulatedPerson(string number, Referrer who, Chance chance, IWorld world, bool asked = false)
{
    private string question = "";
    private bool isAnswering;
    private bool isSilent;

    /// <summary>Plans the first words, and danger at any hour for some; nothing for somebody who only answers when asked.</summary>
    public void Plan()
    {
        if (asked)
        {
            return;
        }

        var length = world.End - world.Now;
        world.At(world.Now + (length * (0.6 * chance.Share())), () => Text(chance.Of("hello", "Hi can you help", "I was told to text you")));
        if (chance.Is(0.15))
        {
            world.At(world.Now + (length * chance.Share()), Danger);
        }
    }

    /// <summary>A text arrives: the answer comes in a while.</summary>
    public void Reads(string key)
    {
        if (key.Split('.') is not [_, "unclear" or "commands" or "person" or "nudge" or "withheld" or "paused" or "hold", ..])
        {
            question = key;
        }

        if (key is "referral.nudge")
        {
            isSilent = isSilent && chance.Is(0.6);
        }

        var isEnd = key.StartsWith("referral.done", StringComparison.Ordinal)
            || key is "checkin.thanks" or "checkin.declined" or "checkin.lost" or "checkin.changed.last"
            || (key.StartsWith("consent.", StringComparison.Ordinal) && !key.EndsWith(".ask", StringComparison.Ordinal));
        if (isAnswering || isSilent || (isEnd && !chance.Is(0.1)))
        {
            return;
        }

        isAnswering = true;
        world.At(world.Now + Delay(), Answer);
    }

    private Duration Delay() => chance.Share() switch
    {
        < 0.15 => chance.Hours(1, 30), // late
        < 0.30 => chance.Minutes(10, 60),
        _ => chance.Seconds(8, 240),
    };

    private Task Answer()
    {
        isAnswering = false;
        return chance.Share() switch
        {
            < 0.02 => FallSilent(),
            < 0.04 => Stop(),
            < 0.055 => Danger(),
            < 0.085 => Text(chance.Of("eh?", "what do you mean", "banana", "??")),
            < 0.095 => Text("HELP"),
            < 0.15 => Both(Answers.To(question, who, chance), chance.Of("thank you", "and another thing", Answers.To(question, who, chance))),
            _ => Text(Answers.To(question, who, chance)),
        };
    }

    private Task FallSilent()
    {
        isSilent = true;
        return Task.CompletedTask;
    }

    private Task Both(string first, string second)
    {
        world.Write(number, first, Meaning.Ordinary);
        return Text(second);
    }

    private Task Stop()
    {
        world.Write(number, chance.Of("STOP", "Stop", "stop"), Meaning.Stop);
        switch (chance.Share())
        {
            case < 0.4:
                world.At(world.Now + chance.Hours(0.1, 20), Danger);
                break;
            case < 0.7:
                world.At(world.Now + chance.Hours(0.1, 30), Start);
                break;
            case < 0.85:
                world.At(world.Now + chance.Minutes(5, 600), () => Text("hello"));
                break;
        }

        return Task.CompletedTask;
    }

    private Task Start()
    {
        world.Write(number, "START", Meaning.Start);
        world.At(world.Now + chance.Minutes(1, 5), () => Text("hello again"));
        return Task.CompletedTask;
    }

    // Some say it again and again, sooner or later.
    private Task Danger()
    {
        world.Write(number, chance.Of(DangerWords.All), Meaning.Danger);
        if (chance.Is(0.3))
        {
            world.At(world.Now + chance.Minutes(0.5, 70), Danger);
        }
        else if (chance.Is(0.5))
        {
            world.At(world.Now + chance.Hours(1, 30), () => Text("hello are you there"));
        }

        return Task.CompletedTask;
    }

    private Task Text(string words)
    {
        world.Write(number, words, Meaning.Ordinary);
        return Task.CompletedTask;
    }
}
